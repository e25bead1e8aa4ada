import { Hono } from "hono";
import { cspRegion } from "#domain/region.ts";
import { PartnerRequest } from "#protocol/api.ts";
import { onlyOperator } from "./guards.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** The operator's partners. */
export function partnerRoutes({ teams, registrar, newId }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();

	routes.get("/", onlyOperator, async (c) => c.json(await teams.list()));

	routes.post("/", onlyOperator, async (c) => {
		const request = await readBody(c, PartnerRequest);
		if (request === undefined) return refuse(c, "malformed");
		if (cspRegion(request.country) === undefined) return refuse(c, "no-region");
		const partner = { id: newId(), ...request };
		// Documents first: a partner that is listed has them, whatever happens in between.
		await registrar.createPartner(partner);
		await teams.create(partner);
		return c.json(partner, 201);
	});

	return routes;
}
