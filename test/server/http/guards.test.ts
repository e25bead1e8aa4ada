import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, TEST_PASSWORD, type TestServer } from "../../support/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
	server = await startTestServer();
	await server.createOperator();
});
afterAll(() => server.stop());

const credentials = { email: "operator@staffel.example", password: TEST_PASSWORD };

test.each([
	["another site", "https://evil.example"],
	["another port of this machine", "http://localhost:1"],
	["a page without an origin", "null"],
])("writing from %s is refused", async (_, origin) => {
	const answer = await server.request("POST", "/api/auth/sign-in/email", {
		body: credentials,
		headers: { origin },
	});
	expect([answer.status, await answer.json()]).toEqual([403, { error: "wrong-origin" }]);
});

test("writing without an Origin header is refused", async () => {
	const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(credentials),
	});
	expect(answer.status).toBe(403);
});

test("this machine's other name is the same origin", async () => {
	const origin = server.url.replace("localhost", "127.0.0.1");
	const answer = await server.request("POST", "/api/auth/sign-in/email", {
		body: credentials,
		headers: { origin },
	});
	expect(answer.status).toBe(204);
});

test.each([
	["no JSON", "{"],
	["an empty body", ""],
	["another shape", '{"name": 1}'],
	["a role that does not exist", '{"name":"A","email":"a@x.example","roles":["operator"]}'],
])("%s is refused as malformed", async (_, body) => {
	const cookie = await server.createOperator();
	const { id } = await server.createPartner({ name: "P", type: "direct-bill", country: "DE" });
	const answer = await server.request("POST", `/api/partners/${id}/invitations`, { cookie, body });
	expect([answer.status, await answer.json()]).toEqual([400, { error: "malformed" }]);
});

test("a body that is too large is refused before it is read", async () => {
	const cookie = await server.createOperator();
	const body = JSON.stringify({ name: "x".repeat(100_000), type: "direct-bill", country: "DE" });
	const answer = await server.request("POST", "/api/partners", { cookie, body });
	expect([answer.status, await answer.json()]).toEqual([413, { error: "too-large" }]);
});

test("an address of the API that does not exist is not found and never a page", async () => {
	for (const path of ["/api/none", "/api", "/sync/none"]) {
		const answer = await server.request("GET", path);
		expect([path, answer.status, await answer.json()]).toEqual([path, 404, { error: "not-found" }]);
	}
});

test("answers of the API are kept by no cache", async () => {
	const answer = await server.request("GET", "/api/session");
	expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("the server is alive and ready", async () => {
	expect((await server.request("GET", "/healthz")).status).toBe(200);
	expect((await server.request("GET", "/readyz")).status).toBe(200);
});
