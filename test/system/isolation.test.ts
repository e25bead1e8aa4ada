import { afterEach, beforeEach, expect, test } from "vitest";
import { makeMember } from "../support/memory-client.ts";
import { makeCustomer, makeTerms } from "../support/nouns.ts";
import { openRawSocket } from "../support/raw-socket.ts";
import { type SocketServer, startSocketServer } from "../support/socket-server.ts";
import { makeStockClient } from "../support/stock-client.ts";
import { openSyncCore, type SyncCore, type TestPartner } from "../support/sync-core.ts";
import { answerIn, importSeason, submit, withdraw } from "../support/team.ts";

/** For a machine that has much else to do. */
const PATIENCE = { timeout: 10_000 };

let core: SyncCore;
let a: TestPartner;
let b: TestPartner;
let server: SocketServer;

beforeEach(async () => {
	core = await openSyncCore();
	a = await core.addPartner({ id: "rheinblick", name: "Rheinblick Cloud" });
	b = await core.addPartner({ id: "nordlicht", name: "Nordlicht Systems" });
	server = await startSocketServer(core, {
		members: new Map([
			["anna", makeMember("rheinblick", { userId: "anna" })],
			["boris", makeMember("nordlicht", { userId: "boris" })],
		]),
	});
});

afterEach(() => server.stop());

/** Every byte that a member of B hears on anything it may open, while A works. */
test("a member never hears a byte of another partner's documents, nor who holds what", async () => {
	const heard = [b.planId, b.ledgerId, a.planId, a.ledgerId].map((id) =>
		openRawSocket(`${server.url}/${id}?staffel=1`, { user: "boris" }),
	);
	for (const { socket } of heard.slice(0, 2)) socket.on("open", () => socket.send(Uint8Array.of(0, 0, 1, 0)));
	const plan = makeStockClient(server.url, a.planId, { user: "anna" });
	const ledger = makeStockClient(server.url, a.ledgerId, { user: "anna" });
	await Promise.all([plan.synced(), ledger.synced()]);
	importSeason(plan.doc);
	await expect.poll(async () => (await core.storage.tenants()).length, PATIENCE).toBe(1);
	await core.registrar.setRelationship(makeCustomer().tenantId ?? "", "nordlicht", "active");
	submit(plan.doc, "revision-a", {
		scheduleId: "schedule-of-a",
		byName: "Anna Sievers",
		terms: makeTerms({ quantity: 4321 }),
	});
	await expect.poll(() => answerIn(ledger.doc, "revision-a"), PATIENCE).toBe("committed");
	withdraw(plan.doc, "revision-a", "schedule-of-a");
	await expect.poll(() => ledger.doc.getMap("releases").size, PATIENCE).toBe(1);
	await core.rooms.settled();

	const [ownPlan, ownLedger, foreignPlan, foreignLedger] = heard.map(({ frames }) => Buffer.concat(frames));
	expect([foreignPlan?.length, foreignLedger?.length]).toEqual([0, 0]);
	expect(ownLedger?.includes("holds")).toBe(true);
	const secrets = [
		a.planId,
		a.ledgerId,
		"rheinblick",
		"Rheinblick",
		"anna",
		"Anna",
		"revision-a",
		"schedule-of-a",
	];
	for (const secret of [...secrets, "4321", "Weserstahl"]) {
		expect([secret, ownPlan?.includes(secret), ownLedger?.includes(secret)]).toEqual([secret, false, false]);
	}
	for (const { socket } of heard) socket.terminate();
	for (const client of [plan, ledger]) client.destroy();
});
