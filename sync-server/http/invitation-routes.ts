import { Hono } from "hono";
import { type Invitation, JoinRequest } from "#protocol/api.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";
import { withCookies } from "./session-routes.ts";

/** What somebody with an invitation's link may do: read it and accept it, once. */
export function invitationRoutes({ people, teams, links }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();

	routes.get("/:token", async (c) => {
		const invitation = await links.findInvitation(c.req.param("token"));
		const partner = invitation && (await teams.find(invitation.partnerId));
		if (invitation === undefined || partner === undefined) return refuse(c, "link-dead");
		const { email, name, roles } = invitation;
		return c.json<Invitation>({ partnerName: partner.name, email, name, roles: [...roles] });
	});

	routes.post("/:token", async (c) => {
		const invitation = await links.findInvitation(c.req.param("token"));
		if (invitation === undefined) return refuse(c, "link-dead");
		const { id, partnerId, email, roles } = invitation;
		const team = { partnerId, roles };

		const person = c.get("person");
		if (person !== undefined) {
			if (person.email !== email) return refuse(c, "other-account");
			if (person.team?.partner.id === partnerId) return refuse(c, "already-member");
			if (person.operator || person.team !== undefined) return refuse(c, "other-team");
			if (!(await links.takeInvitation(partnerId, id))) return refuse(c, "link-dead");
			await people.joinTeam(person.userId, team);
			return c.body(null, 204);
		}

		const request = await readBody(c, JoinRequest);
		if (request === undefined) return refuse(c, "malformed");
		if ((await people.accountOf(email)) !== undefined) return refuse(c, "account-exists");
		if (!(await links.takeInvitation(partnerId, id))) return refuse(c, "link-dead");
		const created = await people.createAccount({ ...request, email, operator: false, team });
		if (!created) return refuse(c, "account-exists");
		return withCookies(c.body(null, 204), await people.signIn(email, request.password));
	});

	return routes;
}
