import { afterEach, beforeEach, expect, test } from "vitest";
import { SessionInfo } from "#protocol/api.ts";
import {
	cookieOf,
	read,
	startTestServer,
	TEST_PASSWORD,
	type TestServer,
} from "../../support/start-test-server.ts";

let server: TestServer;
beforeEach(async () => {
	server = await startTestServer();
});
afterEach(() => server.stop());

const account = { name: "Olga", email: "Olga@Staffel.example", password: TEST_PASSWORD };
const tokenOf = (setupUrl: string | undefined) => setupUrl?.split("/setup/")[1] ?? "";

test("the set-up link makes the operator's account, signs in, and is dead from then on", async () => {
	const token = tokenOf(server.server().setupUrl);
	expect((await server.request("GET", `/api/setup/${token}`)).status).toBe(204);

	const answer = await server.request("POST", "/api/setup", { body: { token, ...account } });
	const cookie = cookieOf(answer);
	const session = await read(SessionInfo, await server.request("GET", "/api/session", { cookie }));
	expect(session).toMatchObject({
		user: { name: "Olga", email: "olga@staffel.example", operator: true },
		team: null,
	});

	expect((await server.request("GET", `/api/setup/${token}`)).status).toBe(404);
	const again = await server.request("POST", "/api/setup", {
		body: { token, ...account, email: "second@staffel.example" },
	});
	expect([again.status, await again.json()]).toEqual([404, { error: "link-dead" }]);
});

test("a wrong token and a short password make nothing, and the link lives on", async () => {
	const token = tokenOf(server.server().setupUrl);
	const wrong = await server.request("POST", "/api/setup", { body: { token: "wrong", ...account } });
	const short = await server.request("POST", "/api/setup", {
		body: { token, ...account, password: "short" },
	});
	expect([await wrong.json(), await short.json()]).toEqual([{ error: "link-dead" }, { error: "malformed" }]);
	expect((await server.request("GET", `/api/setup/${token}`)).status).toBe(204);
});

test("a start before the set-up gives a new link and kills the old one; a start after it gives none", async () => {
	const first = tokenOf(server.server().setupUrl);
	await server.restart();
	const second = tokenOf(server.server().setupUrl);
	expect((await server.request("GET", `/api/setup/${first}`)).status).toBe(404);
	expect((await server.request("GET", `/api/setup/${second}`)).status).toBe(204);

	await server.createOperator();
	await server.restart();
	expect(server.server().setupUrl).toBeUndefined();
});
