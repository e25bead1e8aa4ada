import { Hono } from "hono";
import type { SessionInfo } from "#protocol/api.ts";
import { CLOSE } from "#protocol/close-codes.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { refuse } from "./refuse.ts";
import { requestForAuth } from "./request-for-auth.ts";

/** Who is signed in; signing in and out. */
export function sessionRoutes({ people, documentsOf, sockets, url }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();
	const { addressHeader } = people;

	routes.get("/session", async (c) => {
		const person = c.get("person");
		if (person === undefined) return c.json<SessionInfo>({ user: null, team: null });
		for (const cookie of await people.renewSession(c.req.raw.headers)) {
			c.header("Set-Cookie", cookie, { append: true });
		}
		const { userId: id, name, email, operator, team } = person;
		const user = { id, name, email, operator };
		if (team === undefined) return c.json<SessionInfo>({ user, team: null });
		const ids = await documentsOf(team.partner.id);
		return c.json<SessionInfo>({ user, team: { ...ids, partner: team.partner, roles: [...team.roles] } });
	});

	// Of Better Auth's own routes only these two are reachable. Its answers carry the session's token,
	// which belongs into the cookie alone, so just the cookies are passed on.
	routes.post("/auth/sign-in/email", async (c) => {
		const answer = await people.handle(await requestForAuth(c, url, addressHeader));
		if (answer.status === 429) return refuse(c, "too-many-tries");
		if (answer.status === 400) return refuse(c, "malformed");
		if (!answer.ok) return refuse(c, "wrong-password");
		return withCookies(c.body(null, 204), answer.headers.getSetCookie());
	});

	routes.post("/auth/sign-out", async (c) => {
		const person = c.get("person");
		const answer = await people.handle(await requestForAuth(c, url, addressHeader));
		if (person !== undefined) sockets.closeMember(person.userId, CLOSE.signIn);
		return withCookies(c.body(null, 204), answer.headers.getSetCookie());
	});

	return routes;
}

export function withCookies(response: Response, cookies: readonly string[]): Response {
	for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
	return response;
}
