import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Invitation, MemberList, SessionInfo } from "#protocol/api.ts";
import {
	cookieOf,
	read,
	startTestServer,
	TEST_PASSWORD,
	type TestServer,
} from "../../support/start-test-server.ts";

const START = Date.parse("2026-11-22T08:00:00Z");
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

let server: TestServer;
let nowMs: number;
let partnerId: string;
beforeAll(async () => {
	nowMs = START;
	server = await startTestServer({ now: () => nowMs });
	partnerId = (await server.createPartner({ name: "Lakeshore", type: "direct-bill", country: "US" })).id;
});
afterAll(() => server.stop());

/** Somebody new for each test. */
let june: { name: string; email: string; roles: readonly ["sales-agent", "admin-agent"] };
let invited = 0;
beforeEach(() => {
	nowMs = START;
	invited++;
	june = { name: "June", email: `June${invited}@Lakeshore.example`, roles: ["sales-agent", "admin-agent"] };
});

const join = (token: string, cookie = "") =>
	server.request("POST", `/api/invitations/${token}`, {
		cookie,
		body: { name: "June Park", password: TEST_PASSWORD },
	});

test("the link shows who is invited to which team, and accepting it makes the account and signs in", async () => {
	const token = await server.invite(partnerId, june);
	expect(await read(Invitation, await server.request("GET", `/api/invitations/${token}`))).toEqual({
		partnerName: "Lakeshore",
		email: june.email.toLowerCase(),
		name: "June",
		roles: ["sales-agent", "admin-agent"],
	});

	const cookie = cookieOf(await join(token));
	const { user, team } = await read(SessionInfo, await server.request("GET", "/api/session", { cookie }));
	expect(user).toMatchObject({ name: "June Park", email: june.email.toLowerCase(), operator: false });
	expect(team).toMatchObject({ partner: { id: partnerId }, roles: ["sales-agent", "admin-agent"] });
	expect(await server.signIn(june.email)).not.toBe("");
});

test("the link holds for seven days and not a moment longer", async () => {
	const token = await server.invite(partnerId, june);
	nowMs = START + WEEK_MS - 1;
	expect((await server.request("GET", `/api/invitations/${token}`)).status).toBe(200);
	nowMs = START + WEEK_MS;
	expect((await server.request("GET", `/api/invitations/${token}`)).status).toBe(404);
	expect(await (await join(token)).json()).toEqual({ error: "link-dead" });
});

test("the link works once", async () => {
	const token = await server.invite(partnerId, june);
	await join(token);
	expect(await (await join(token)).json()).toEqual({ error: "link-dead" });
});

test("of two who accept at once one joins", async () => {
	const token = await server.invite(partnerId, june);
	const answers = await Promise.all([join(token), join(token), join(token)]);
	expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
});

test("a wrong token is a dead link", async () => {
	await server.invite(partnerId, june);
	const answer = await join("wrong");
	expect([answer.status, await answer.json()]).toEqual([404, { error: "link-dead" }]);
});

test("a second invitation for the same e-mail kills the first", async () => {
	const first = await server.invite(partnerId, june);
	const second = await server.invite(partnerId, { ...june, roles: ["sales-agent"] });
	expect((await join(first)).status).toBe(404);
	expect((await join(second)).status).toBe(204);
});

test("a withdrawn invitation is gone from the list and its link is dead", async () => {
	const cookie = await server.createOperator();
	const token = await server.invite(partnerId, june);
	const list = async () =>
		await read(MemberList, await server.request("GET", `/api/partners/${partnerId}/members`, { cookie }));
	const invitation = (await list()).invitations.find((one) => one.email === june.email.toLowerCase());
	expect(invitation).toMatchObject({
		email: june.email.toLowerCase(),
		expiresAt: "2026-11-29T08:00:00.000Z",
	});

	const path = `/api/partners/${partnerId}/invitations/${invitation?.id}`;
	expect((await server.request("DELETE", path, { cookie })).status).toBe(204);
	expect((await server.request("DELETE", path, { cookie })).status).toBe(404);
	expect((await list()).invitations).not.toContainEqual(invitation);
	expect((await join(token)).status).toBe(404);
});

test("whoever has an account signs in first, and a member of one team joins no other", async () => {
	await join(await server.invite(partnerId, june));
	const other = await server.createPartner({ name: "Rheinblick", type: "direct-bill", country: "DE" });
	const token = await server.invite(other.id, june);
	expect(await (await join(token)).json()).toEqual({ error: "account-exists" });
	const cookie = await server.signIn(june.email);
	expect(await (await join(token, cookie)).json()).toEqual({ error: "other-team" });
	expect((await server.request("GET", `/api/invitations/${token}`)).status).toBe(200);
});

test("the operator joins no team", async () => {
	const cookie = await server.createOperator();
	const token = await server.invite(partnerId, { ...june, email: "operator@staffel.example" });
	expect(await (await join(token, cookie)).json()).toEqual({ error: "other-team" });
});

test("somebody else's link is refused while one is signed in", async () => {
	const token = await server.invite(partnerId, june);
	expect(await (await join(token, await server.createOperator())).json()).toEqual({ error: "other-account" });
});

test("a member is not invited again", async () => {
	await join(await server.invite(partnerId, june));
	const cookie = await server.createOperator();
	const path = `/api/partners/${partnerId}/invitations`;
	const answer = await server.request("POST", path, { cookie, body: june });
	expect([answer.status, await answer.json()]).toEqual([409, { error: "already-member" }]);
});
