import { Hono } from "hono";
import { RelationshipRequest } from "#protocol/api.ts";
import { onlyOperator } from "./guards.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** Which partners are related to which customers, as far as the operator decides it. */
export function relationshipRoutes({ relationships, teams }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();

	routes.get("/", onlyOperator, async (c) => c.json(await relationships.list()));

	routes.put("/", onlyOperator, async (c) => {
		const request = await readBody(c, RelationshipRequest);
		if (request === undefined) return refuse(c, "malformed");
		if ((await teams.find(request.partnerId)) === undefined) return refuse(c, "not-found");
		const tenants = await relationships.list();
		if (!tenants.some((tenant) => tenant.tenantId === request.tenantId)) return refuse(c, "not-found");
		await relationships.set(request.tenantId, request.partnerId, request.status);
		return c.body(null, 204);
	});

	return routes;
}
