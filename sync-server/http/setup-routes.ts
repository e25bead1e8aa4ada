import { Hono } from "hono";
import { SetupRequest } from "#protocol/api.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";
import { withCookies } from "./session-routes.ts";

/** The operator's account, made once with the link that the first start prints. */
export function setupRoutes({ people, links }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();

	routes.get("/:token", async (c) =>
		(await links.holdsSetup(c.req.param("token"))) ? c.body(null, 204) : refuse(c, "link-dead"),
	);

	routes.post("/", async (c) => {
		const request = await readBody(c, SetupRequest);
		if (request === undefined) return refuse(c, "malformed");
		const { token, ...account } = request;
		if (!(await links.takeSetup(token))) return refuse(c, "link-dead");
		// If this fails half-way the link is used up and there is no operator: the next start prints a new one.
		if (!(await people.createAccount({ ...account, operator: true }))) return refuse(c, "account-exists");
		return withCookies(c.body(null, 204), await people.signIn(account.email, account.password));
	});

	return routes;
}
