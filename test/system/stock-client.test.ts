import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "#protocol/close-codes.ts";
import { makeMember } from "../support/memory-client.ts";
import { type SocketServer, startSocketServer } from "../support/socket-server.ts";
import { makeStockClient } from "../support/stock-client.ts";
import { openSyncCore, type SyncCore, type TestPartner } from "../support/sync-core.ts";
import { answerIn, importSeason, submit } from "../support/team.ts";

/** For a machine that has much else to do. */
const PATIENCE = { timeout: 10_000 };

let core: SyncCore;
let own: TestPartner;
let server: SocketServer;
let clients: ReturnType<typeof makeStockClient>[];

beforeEach(async () => {
	core = await openSyncCore();
	own = await core.addPartner();
	const people = ["anna", "ben"].map((userId) => [userId, makeMember(own.id, { userId })] as const);
	server = await startSocketServer(core, { members: new Map(people) });
	clients = [];
});

afterEach(async () => {
	for (const client of clients) client.destroy();
	await server.stop();
});

function connect(documentId: string, user: string, doc?: Y.Doc) {
	const client = makeStockClient(server.url, documentId, { user }, doc);
	clients.push(client);
	return client;
}

describe("a stock y-websocket client", () => {
	test("reads and writes its plan, and gets the ledger", async () => {
		const plan = connect(own.planId, "anna");
		const ledger = connect(own.ledgerId, "anna");
		await Promise.all([plan.synced(), ledger.synced()]);
		expect(ledger.doc.getMap("meta").get("partner")).toMatchObject({ id: own.id });
		importSeason(plan.doc);
		submit(plan.doc, "revision-1");
		await expect.poll(() => answerIn(ledger.doc, "revision-1"), PATIENCE).toBe("committed");
		const colleague = connect(own.planId, "ben");
		await colleague.synced();
		expect(colleague.doc.getMap("schedules").toJSON()).toEqual(plan.doc.getMap("schedules").toJSON());
	});

	test("brings what was typed without a network", async () => {
		const doc = new Y.Doc();
		importSeason(doc);
		const plan = connect(own.planId, "anna", doc);
		await plan.synced();
		const colleague = connect(own.planId, "ben");
		await colleague.synced();
		await expect.poll(() => colleague.doc.getMap("agreements").size, PATIENCE).toBe(1);
	});

	test("sees its colleagues, and that they leave", async () => {
		const anna = connect(own.planId, "anna");
		const ben = connect(own.planId, "ben");
		await Promise.all([anna.synced(), ben.synced()]);
		anna.provider.awareness.setLocalState({ user: { id: "anna" }, place: "customer-1" });
		const seenByBen = () => ben.provider.awareness.getStates().get(anna.doc.clientID);
		await expect.poll(seenByBen, PATIENCE).toEqual({ user: { id: "anna" }, place: "customer-1" });
		anna.destroy();
		await expect.poll(seenByBen, PATIENCE).toBe(undefined);
	});

	test("stops for good when it writes to the ledger, and nobody else sees what it wrote", async () => {
		const reader = connect(own.ledgerId, "ben");
		const writer = connect(own.ledgerId, "anna");
		await Promise.all([reader.synced(), writer.synced()]);
		const closed = writer.closed();
		writer.doc.getMap("verdicts").set("revision-1", { outcome: "committed" });
		expect(await closed).toBe(CLOSE.forbidden);
		expect(reader.doc.getMap("verdicts").size).toBe(0);
	});

	test.each([
		["is not signed in", "nobody", undefined, CLOSE.signIn],
		["asks for a document that is not there", "anna", "no-such-document", CLOSE.gone],
	])("stops for good when it %s", async (_, user, documentId, code) => {
		expect(await connect(documentId ?? own.planId, user).closed()).toBe(code);
	});

	test("comes back by itself after a restart", async () => {
		const plan = connect(own.planId, "anna");
		await plan.synced();
		server.sockets.closeMember("anna", CLOSE.restart);
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(0);
		importSeason(plan.doc);
		await expect.poll(async () => (await core.storage.tenants()).length, PATIENCE).toBe(1);
	});
});
