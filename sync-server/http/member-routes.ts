import { Hono } from "hono";
import { type InvitationLink, InvitationRequest, type MemberList, RolesRequest } from "#protocol/api.ts";
import { CLOSE } from "#protocol/close-codes.ts";
import { onlyTeam, onlyTeamAdmin } from "./guards.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { readBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

/** The team of one partner: its members and whom it has invited. */
export function memberRoutes({ teams, people, links, sockets, url }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();
	routes.use("/:partnerId/*", onlyTeam);

	routes.get("/:partnerId/members", async (c) => {
		const partnerId = c.req.param("partnerId");
		const invitations = await links.invitations(partnerId);
		return c.json<MemberList>({
			members: await teams.members(partnerId),
			invitations: invitations.map(({ id, name, email, roles, expiresAtMs }) => {
				return { id, name, email, roles: [...roles], expiresAt: new Date(expiresAtMs).toISOString() };
			}),
		});
	});

	routes.post("/:partnerId/invitations", onlyTeamAdmin, async (c) => {
		const partnerId = c.req.param("partnerId");
		const request = await readBody(c, InvitationRequest);
		if (request === undefined) return refuse(c, "malformed");
		if ((await teams.find(partnerId)) === undefined) return refuse(c, "not-found");
		const email = request.email.toLowerCase();
		const members = await teams.members(partnerId);
		if (members.some((member) => member.email === email)) return refuse(c, "already-member");
		const { token, expiresAtMs } = await links.invite({ partnerId, ...request });
		const link = { url: `${url}/join/${token}`, expiresAt: new Date(expiresAtMs).toISOString() };
		return c.json<InvitationLink>(link, 201);
	});

	routes.delete("/:partnerId/invitations/:id", onlyTeamAdmin, async (c) => {
		const taken = await links.takeInvitation(c.req.param("partnerId"), c.req.param("id"));
		return taken ? c.body(null, 204) : refuse(c, "not-found");
	});

	routes.patch("/:partnerId/members/:userId", onlyTeamAdmin, async (c) => {
		const { partnerId, userId } = c.req.param();
		const request = await readBody(c, RolesRequest);
		if (request === undefined) return refuse(c, "malformed");
		if (!(await teams.setRoles(partnerId, userId, request.roles))) return refuse(c, "not-found");
		sockets.setRoles(userId, request.roles);
		return c.body(null, 204);
	});

	routes.delete("/:partnerId/members/:userId", onlyTeamAdmin, async (c) => {
		const { partnerId, userId } = c.req.param();
		if (!(await teams.hasMember(partnerId, userId))) return refuse(c, "not-found");
		await people.removeAccount(userId);
		sockets.closeMember(userId, CLOSE.signIn);
		return c.body(null, 204);
	});

	return routes;
}
