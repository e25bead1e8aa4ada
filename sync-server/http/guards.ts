import { createMiddleware } from "hono/factory";
import { mayManageTeam } from "#domain/partner.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { refuse } from "./refuse.ts";

/** Finds out who asks, for everything behind it. */
export function readPerson({ people }: Parts) {
	return createMiddleware<HttpEnv>(async (c, next) => {
		c.set("person", await people.personOf(c.req.raw.headers));
		await next();
	});
}

/** Lets a request write only if it comes from a page of this server: the cookie alone would come with any. */
export function onlyOwnOrigin({ allowedOrigins }: Parts) {
	return createMiddleware<HttpEnv>(async (c, next) => {
		const reads = c.req.method === "GET" || c.req.method === "HEAD";
		if (!reads && !allowedOrigins.includes(c.req.header("Origin") ?? "")) return refuse(c, "wrong-origin");
		return await next();
	});
}

export const onlySignedIn = createMiddleware<HttpEnv>(async (c, next) =>
	c.get("person") === undefined ? refuse(c, "sign-in") : await next(),
);

export const onlyOperator = createMiddleware<HttpEnv>(async (c, next) => {
	const person = c.get("person");
	if (person === undefined) return refuse(c, "sign-in");
	return person.operator ? await next() : refuse(c, "forbidden");
});

/**
 * Lets in the operator and the members of the partner in the address (`:partnerId`).
 *
 * Another partner's team gets the answer for a partner that does not exist: it must not even learn that.
 */
export const onlyTeam = createMiddleware<HttpEnv, "/:partnerId/*">(async (c, next) => {
	const person = c.get("person");
	if (person === undefined) return refuse(c, "sign-in");
	const isOwn = person.team?.partner.id === c.req.param("partnerId");
	return person.operator || isOwn ? await next() : refuse(c, "not-found");
});

/** Behind `onlyTeam`: lets in the operator and account admins. */
export const onlyTeamAdmin = createMiddleware<HttpEnv>(async (c, next) => {
	const person = c.get("person");
	const isAdmin = person?.operator || mayManageTeam(person?.team?.roles ?? []);
	return isAdmin ? await next() : refuse(c, "forbidden");
});
