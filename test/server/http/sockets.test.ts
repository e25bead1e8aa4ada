import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startTestServer, type TestServer, type TestTeam } from "../../support/start-test-server.ts";

let server: TestServer;
let ours: TestTeam;
let theirs: TestTeam;
let admin: string;
beforeAll(async () => {
	server = await startTestServer();
	ours = await server.createTeam({
		name: "Rheinblick",
		type: "direct-bill",
		country: "DE",
		members: [{ name: "Anna", email: "anna@rheinblick.example", roles: ["account-admin"] }],
	});
	admin = ours.members[0]?.cookie ?? "";
	theirs = await server.createTeam({
		name: "Lakeshore",
		type: "direct-bill",
		country: "US",
		members: [{ name: "Grace", email: "grace@lakeshore.example", roles: ["admin-agent"] }],
	});
});
afterAll(() => server.stop());

/** A new member of our team for each test. */
let deniz: { userId: string; cookie: string };
let joined = 0;
beforeEach(async () => {
	joined++;
	const email = `deniz${joined}@rheinblick.example`;
	const member = { name: "Deniz", email, roles: ["admin-agent"] } as const;
	deniz = await server.joinTeam(ours.partner.id, member);
});

function open(documentId: string, cookie: string, origin = server.url): WebSocket {
	const address = `${server.url.replace("http", "ws")}/sync/${documentId}`;
	return new WebSocket(address, { headers: { cookie }, origin });
}

/** Waits until the server has said its first word. */
async function entered(ws: WebSocket): Promise<WebSocket> {
	await once(ws, "message");
	return ws;
}

async function closeCode(ws: WebSocket): Promise<number> {
	const [code] = await once(ws, "close");
	return code;
}

test("a member enters the plan of its team", async () => {
	const ws = await entered(open(ours.planId, deniz.cookie));
	expect(ws.readyState).toBe(WebSocket.OPEN);
	ws.close();
});

test.each([
	["nobody", async () => open(ours.planId, ""), 4401],
	["the operator", async () => open(ours.planId, await server.createOperator()), 4401],
	["another team's member", async () => open(ours.planId, theirs.members[0]?.cookie ?? ""), 4404],
	["a member who asks for another team's ledger", async () => open(theirs.ledgerId, deniz.cookie), 4404],
	["a member who asks for a document that does not exist", async () => open("none", deniz.cookie), 4404],
])("%s is let in nowhere", async (_, connect, code) => {
	const ws = await connect();
	let messages = 0;
	ws.on("message", () => messages++);
	expect([await closeCode(ws), messages]).toEqual([code, 0]);
});

test("a page of another site is refused before anything else", async () => {
	const ws = open(ours.planId, deniz.cookie, "https://evil.example");
	const [error] = await once(ws, "error");
	expect(String(error)).toContain("403");
});

test("signing out closes the member's sockets", async () => {
	const ws = await entered(open(ours.planId, deniz.cookie));
	const code = closeCode(ws);
	await server.request("POST", "/api/auth/sign-out", { cookie: deniz.cookie });
	expect(await code).toBe(4401);
	expect(await closeCode(open(ours.planId, deniz.cookie))).toBe(4401);
});

test("removing a member closes its sockets and lets it in no more", async () => {
	const ws = await entered(open(ours.planId, deniz.cookie));
	const code = closeCode(ws);
	await server.request("DELETE", `/api/partners/${ours.partner.id}/members/${deniz.userId}`, {
		cookie: admin,
	});
	expect(await code).toBe(4401);
	expect(await closeCode(open(ours.planId, deniz.cookie))).toBe(4401);
});

test("a server that stops says that it comes back", async () => {
	const ws = await entered(open(ours.planId, deniz.cookie));
	const code = closeCode(ws);
	await server.restart();
	expect(await code).toBe(1012);
	(await entered(open(ours.planId, deniz.cookie))).close();
});
