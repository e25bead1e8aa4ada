import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SessionInfo } from "#protocol/api.ts";
import {
	cookieOf,
	read,
	startTestServer,
	TEST_PASSWORD,
	type TestServer,
	type TestTeam,
} from "../../support/start-test-server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let server: TestServer;
let team: TestTeam;
beforeAll(async () => {
	server = await startTestServer();
	team = await server.createTeam({
		name: "Nordlicht",
		type: "indirect-provider",
		country: "DE",
		members: [{ name: "Ida", email: "ida@nordlicht.example", roles: ["admin-agent", "account-admin"] }],
	});
});
afterAll(() => server.stop());

const session = async (cookie?: string) =>
	await read(
		SessionInfo,
		await server.request("GET", "/api/session", cookie === undefined ? {} : { cookie }),
	);
const tryToSignIn = (password: string, email = "ida@nordlicht.example") =>
	server.request("POST", "/api/auth/sign-in/email", { body: { email, password } });

test("nobody is signed in without a cookie", async () => {
	expect(await session()).toEqual({ user: null, team: null });
});

test("a member signs in and learns its team, its roles and its documents", async () => {
	const info = await session(await server.signIn("IDA@nordlicht.example"));
	expect(info).toEqual({
		user: { id: expect.any(String), name: "Ida", email: "ida@nordlicht.example", operator: false },
		team: {
			partner: team.partner,
			roles: ["admin-agent", "account-admin"],
			planId: team.planId,
			ledgerId: team.ledgerId,
			epoch: expect.any(Number),
		},
	});
});

test("the cookie is kept from scripts and other sites, and the answer shows no token", async () => {
	const answer = await tryToSignIn(TEST_PASSWORD);
	const [cookie] = answer.headers.getSetCookie();
	expect(cookie).toMatch(/; HttpOnly/);
	expect(cookie).toMatch(/; SameSite=Lax/);
	expect(cookie).not.toMatch(/; Secure/);
	expect(await answer.text()).toBe("");
});

test.each([
	["a wrong password", "wrong horse battery", "ida@nordlicht.example"],
	["an unknown e-mail", TEST_PASSWORD, "nobody@nordlicht.example"],
])("%s is refused with the same words", async (_, password, email) => {
	const answer = await tryToSignIn(password, email);
	expect([answer.status, await answer.json()]).toEqual([401, { error: "wrong-password" }]);
});

test("signing out ends the session on the server", async () => {
	const cookie = await server.signIn("ida@nordlicht.example");
	expect((await server.request("POST", "/api/auth/sign-out", { cookie })).status).toBe(204);
	expect(await session(cookie)).toEqual({ user: null, team: null });
});

test("a session outlives a restart", async () => {
	await server.restart();
	expect((await session(team.members[0]?.cookie)).user?.name).toBe("Ida");
});

test("a session that has expired is none", async () => {
	const cookie = await server.signIn("ida@nordlicht.example");
	setExpiry(cookie, "2020-01-01T00:00:00.000Z");
	expect(await session(cookie)).toEqual({ user: null, team: null });
});

test("a visit prolongs a session that has not been prolonged for a day", async () => {
	const cookie = await server.signIn("ida@nordlicht.example");
	const visit = async () =>
		(await server.request("GET", "/api/session", { cookie })).headers.getSetCookie().length;
	expect(await visit()).toBe(0);
	setExpiry(cookie, new Date(Date.now() + 5 * DAY_MS).toISOString());
	expect([await visit(), await visit()]).toEqual([1, 0]);
});

/** As time would: Better Auth has no clock that could be set. */
function setExpiry(cookie: string, expiresAt: string): void {
	const database = new DatabaseSync(join(server.dataDir, "staffel.db"));
	// The cookie is the session's token and a signature, with a point between them.
	const token = cookie.split("=")[1]?.split(".")[0] ?? "";
	const update = database.prepare(`update session set "expiresAt" = ? where token = ?`);
	expect(update.run(expiresAt, token).changes).toBe(1);
	database.close();
}

test("a forged cookie is nobody's", async () => {
	const [name, value = ""] = (team.members[0]?.cookie ?? "").split("=");
	expect(await session(`${name}=${value.slice(0, -10)}AAAAAAAAAA`)).toEqual({ user: null, team: null });
});

test.each([
	"/api/auth/sign-up/email",
	"/api/auth/organization/create",
	"/api/auth/organization/add-member",
	"/api/auth/update-user",
	"/api/auth/get-session",
])("Better Auth's %s cannot be reached", async (path) => {
	const cookie = team.members[0]?.cookie ?? "";
	const body = { name: "Eve", email: "eve@x.example", password: TEST_PASSWORD, operator: true };
	for (const answer of [
		await server.request("POST", path, { cookie, body }),
		await server.request("GET", path),
	]) {
		expect(answer.status).toBe(404);
	}
});

test("the file with the secret is the server's own", () => {
	expect(statSync(join(server.dataDir, "cookie-secret")).mode & 0o777).toBe(0o600);
});

test("too many tries to sign in are refused for a while, whatever address they claim to come from", async () => {
	const strict = await startTestServer({ signInsPerMinute: 3 });
	const codes = [];
	for (const claimed of ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"]) {
		const headers = { "x-forwarded-for": claimed, "x-staffel-address": claimed };
		const body = { email: "nobody@x.example", password: TEST_PASSWORD };
		codes.push((await strict.request("POST", "/api/auth/sign-in/email", { body, headers })).status);
	}
	await strict.stop();
	expect(codes).toEqual([401, 401, 401, 429]);
});

test("two members have sessions of their own", async () => {
	const operator = await server.createOperator();
	const again = cookieOf(
		await server.request("POST", "/api/auth/sign-in/email", {
			body: { email: "operator@staffel.example", password: TEST_PASSWORD },
		}),
	);
	await server.request("POST", "/api/auth/sign-out", { cookie: again });
	expect((await session(operator)).user?.operator).toBe(true);
});
