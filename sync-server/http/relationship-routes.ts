import { Hono } from "hono";
import { RelationshipRequest } from "#protocol/api.ts";
import { onlyOperator } from "./guards.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** Which partners are related to which customers, as far as the operator decides it. */
export function relationshipRoutes({ registrar, tenants }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();

	routes.get("/", onlyOperator, async (c) => c.json(await tenants()));

	routes.put("/", onlyOperator, async (c) => {
		const request = await readBody(c, RelationshipRequest);
		if (request === undefined) return refuse(c, "malformed");
		const { tenantId, partnerId, status } = request;
		const isSet = await registrar.setRelationship(tenantId, partnerId, status);
		return isSet ? c.body(null, 204) : refuse(c, "not-found");
	});

	return routes;
}
