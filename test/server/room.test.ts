import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "#protocol/close-codes.ts";
import { MESSAGE } from "#protocol/frame.ts";
import { makeMemoryStorage } from "../../sync-server/storage/memory.ts";
import type { Storage } from "../../sync-server/storage/storage.ts";
import { step1Frame, step2Frame, updateFrame } from "../../sync-server/sync-frame.ts";
import { docWith, presenceFrameOf, replicaOf, updateOf } from "../support/frames.ts";
import { joinedClient, type MemoryClient, makeMemoryClient, settle } from "../support/memory-client.ts";
import { openSyncCore, type SyncCore, type TestPartner } from "../support/sync-core.ts";
import { importSeason, submit } from "../support/team.ts";

function frame(...parts: readonly (number | Uint8Array)[]): Uint8Array {
	const encoder = encoding.createEncoder();
	for (const part of parts)
		if (typeof part === "number") encoding.writeVarUint(encoder, part);
		else encoding.writeVarUint8Array(encoder, part);
	return encoding.toUint8Array(encoder);
}

/** Of more clients than a document can ever have seen. */
function hugeVector(): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 250_000);
	for (let i = 0; i < 250_000; i++) {
		encoding.writeVarUint(encoder, 3_000_000_000 + i);
		encoding.writeVarUint(encoder, 1);
	}
	return encoding.toUint8Array(encoder);
}

function setMeta(doc: Y.Doc, key: string, value: unknown): void {
	doc.getMap("meta").set(key, value);
}

function metaOf(client: MemoryClient): unknown {
	return client.doc.getMap("meta").toJSON();
}

function nacks(client: MemoryClient): readonly string[] {
	return client.said.flatMap((one) => (one.kind === "nack" ? [one.nack.code] : []));
}

function acks(client: MemoryClient): readonly ReadonlyMap<number, number>[] {
	return client.said.flatMap((one) => (one.kind === "ack" ? [one.ack] : []));
}

async function send(core: SyncCore, client: MemoryClient, bytes: Uint8Array): Promise<void> {
	client.toServer.push(bytes);
	await settle(core, client);
}

describe("joining", () => {
	test("says hello first, and only to a client that announced itself", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const ours = await joinedClient(core, plan);
		const stock = await joinedClient(core, plan, {}, { speaksStaffel: false });
		expect(ours.said[0]).toEqual({
			kind: "hello",
			hello: {
				epoch: 1,
				protocolVersion: 1,
				serverTimeMs: core.clock.ms,
				maxFrameBytes: 64 * 1024 * 1024,
			},
		});
		expect(ours.frames[0]?.[0]).toBe(MESSAGE.staffel);
		expect(stock.said).toEqual([]);
	});

	test("brings a client and the room to the same state, both ways", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		setMeta(anna.doc, "a", 1);
		await settle(core, anna);
		const ben = makeMemoryClient(plan);
		setMeta(ben.doc, "b", 2);
		await ben.connect(core);
		await settle(core, anna, ben);
		expect(metaOf(anna)).toEqual({ a: 1, b: 2 });
		expect(metaOf(ben)).toEqual({ a: 1, b: 2 });
	});

	test("serves many newcomers, late ones after many edits too", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		const newcomers: MemoryClient[] = [];
		for (let i = 0; i < 500; i++) {
			setMeta(anna.doc, `key-${i}`, i);
			if (i % 100 !== 0) continue;
			await settle(core, anna);
			newcomers.push(await joinedClient(core, plan));
		}
		await settle(core, anna, ...newcomers);
		for (const newcomer of newcomers) expect(metaOf(newcomer)).toEqual(metaOf(anna));
		expect(Object.keys(Object(metaOf(anna)))).toHaveLength(500);
	});

	test("logs nothing for a joiner that has nothing new", async () => {
		const core = await openSyncCore();
		const { plan, planId } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		importSeason(anna.doc);
		anna.doc.getMap("customers").clear();
		await settle(core, anna);
		const before = (await core.storage.load(planId)).updates.length;
		await anna.connect(core);
		await settle(core, anna);
		await joinedClient(core, plan);
		expect((await core.storage.load(planId)).updates).toHaveLength(before);
	});
});

describe("durability", () => {
	test("an ack names the clock after the last stored struct of each client", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		setMeta(anna.doc, "a", 1);
		setMeta(anna.doc, "b", 2);
		await settle(core, anna);
		expect(acks(anna).at(-1)).toEqual(new Map([[anna.doc.clientID, 2]]));
	});

	test("what is there already is acknowledged too: a client that reconnects learns what is stored", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		setMeta(anna.doc, "a", 1);
		await settle(core, anna);
		const before = acks(anna).length;
		await send(core, anna, step2Frame(Y.encodeStateAsUpdate(anna.doc)));
		expect(acks(anna).slice(before)).toEqual([new Map([[anna.doc.clientID, 1]])]);
	});

	test("nothing is told before it is stored: no broadcast, no ack, no answer to a sync step 1", async () => {
		const { storage, hold, letGo } = holdableStorage();
		const core = await openSyncCore({ storage });
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		const ben = await joinedClient(core, plan);
		hold();
		setMeta(anna.doc, "a", 1);
		anna.deliverToServer();
		await ben.connect(core);
		ben.deliverToServer();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect([...anna.toClient, ...ben.toClient]).toEqual([]);
		letGo();
		await settle(core, anna, ben);
		expect(acks(anna).at(-1)?.get(anna.doc.clientID)).toBe(1);
		expect(metaOf(ben)).toEqual({ a: 1 });
	});

	test("when storing fails, the room begins again from what is stored, and clients bring the rest once more", async () => {
		const { storage, failOnce } = holdableStorage();
		const core = await openSyncCore({ storage });
		const { plan, planId, ledger } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		const ben = await joinedClient(core, plan);
		const reader = await joinedClient(core, ledger);
		importSeason(anna.doc);
		await settle(core, anna, ben, reader);
		failOnce();
		submit(anna.doc, "revision-1");
		await settle(core, anna, ben, reader);
		expect([anna.closedWith, ben.closedWith, reader.closedWith]).toEqual([1013, 1013, 1013]);
		expect(ben.doc.getMap("schedules").size).toBe(0);
		expect(reader.doc.getMap("verdicts").size).toBe(0);
		for (const client of [anna, ben, reader]) await client.connect(core);
		await settle(core, anna, ben, reader);
		expect(ben.doc.getMap("schedules").size).toBe(1);
		expect(reader.doc.getMap("verdicts").size).toBe(1);
		const seqs = (await core.storage.load(planId)).updates.map(({ seq }) => seq);
		expect(seqs).toEqual(seqs.map((_, i) => i + 1));
	});
});

test("a turn that fails for one room loses nothing of another room that shared it", async () => {
	const { storage, failOnce } = holdableStorage();
	const core = await openSyncCore({ storage });
	const { plan } = await core.addPartner({ id: "rheinblick" });
	const { plan: otherPlan } = await core.addPartner({ id: "nordlicht" });
	const anna = await joinedClient(core, plan);
	const boris = makeMemoryClient(otherPlan);
	setMeta(boris.doc, "b", 1);
	failOnce();
	setMeta(anna.doc, "a", 1);
	anna.deliverToServer();
	await boris.connect(core);
	await settle(core, anna, boris);
	expect([anna.closedWith, boris.closedWith]).toEqual([CLOSE.tryLater, undefined]);
	expect(metaOf(await joinedClient(core, otherPlan))).toEqual({ b: 1 });
});

describe("updates out of order", () => {
	test("an honest gap is answered by sync step 1, and the answer brings everything", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		setMeta(anna.doc, "a", 1);
		anna.toServer.length = 0; // lost
		setMeta(anna.doc, "b", 2);
		await settle(core, anna);
		expect(anna.closedWith).toBe(undefined);
		const ben = await joinedClient(core, plan);
		expect(metaOf(ben)).toEqual({ a: 1, b: 2 });
	});

	test("an answer that leaves the gap open is refused as incomplete", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		const other = docWith((doc) => setMeta(doc, "a", 1), 9);
		const second = updateOf(other, (doc) => setMeta(doc, "a", 2));
		await send(core, anna, step2Frame(second));
		expect([nacks(anna), anna.closedWith]).toEqual([["incomplete"], CLOSE.protocol]);
	});
});

async function withColleague(): Promise<{
	core: SyncCore;
	partner: TestPartner;
	bad: MemoryClient;
	good: MemoryClient;
}> {
	const core = await openSyncCore();
	const partner = await core.addPartner();
	const good = await joinedClient(core, partner.plan, { userId: "good" });
	setMeta(good.doc, "a", 1);
	await settle(core, good);
	const bad = await joinedClient(core, partner.plan, { userId: "bad" });
	await settle(core, good);
	return { core, partner, bad, good };
}

const foreignUpdate = Y.encodeStateAsUpdate(docWith((doc) => doc.getMap("secrets").set("a", 1)));

const BAD_FRAMES: [string, Uint8Array, string, number][] = [
	["an empty frame", new Uint8Array(), "malformed", CLOSE.protocol],
	["an unknown message type", frame(42), "malformed", CLOSE.protocol],
	["a message of our own type, which only the server sends", frame(100, 0), "malformed", CLOSE.protocol],
	["an unknown sync step", frame(0, 7, Uint8Array.of(0)), "malformed", CLOSE.protocol],
	["an update that breaks off", frame(0, 2), "malformed", CLOSE.protocol],
	["an update that is none", updateFrame(Uint8Array.of(5, 5, 5)), "malformed", CLOSE.protocol],
	["a state vector larger than any plan's", step1Frame(hugeVector()), "malformed", CLOSE.protocol],
	["a state vector that is none", step1Frame(Uint8Array.of(9, 1)), "malformed", CLOSE.protocol],
	["bytes after the end", Uint8Array.of(...step1Frame(Uint8Array.of(0)), 0), "malformed", CLOSE.protocol],
	["an awareness state that is none", frame(1, Uint8Array.of(1, 1, 1, 1, 123)), "malformed", CLOSE.protocol],
	["a type that a plan does not have", updateFrame(foreignUpdate), "unknown-root", CLOSE.forbidden],
];

describe("bad input", () => {
	test.each(BAD_FRAMES)(
		"%s is refused by name, and the others notice nothing",
		async (_, bytes, code, closing) => {
			const { core, partner, bad, good } = await withColleague();
			const heard = good.frames.length;
			const stored = (await core.storage.load(partner.planId)).updates.length;
			await send(core, bad, bytes);
			await settle(core, good);
			expect([nacks(bad), bad.closedWith]).toEqual([[code], closing]);
			expect([good.closedWith, good.frames.length]).toEqual([undefined, heard]);
			expect((await core.storage.load(partner.planId)).updates).toHaveLength(stored);
			setMeta(good.doc, "b", 2);
			await settle(core, good);
			expect(metaOf(await joinedClient(core, partner.plan))).toEqual({ a: 1, b: 2 });
		},
	);

	test("a stock client is closed without a message that it could not read", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const stock = await joinedClient(core, plan, {}, { speaksStaffel: false });
		const before = stock.frames.length;
		await send(core, stock, frame(42));
		expect([stock.closedWith, stock.frames.length]).toEqual([CLOSE.protocol, before]);
	});

	test("what a closed connection still sends is not heard", async () => {
		const { core, partner, bad } = await withColleague();
		bad.toServer.push(frame(42), updateFrame(updateOf(replicaOf(bad.doc, 5), (doc) => setMeta(doc, "x", 1))));
		await settle(core, bad);
		expect(metaOf(await joinedClient(core, partner.plan))).toEqual({ a: 1 });
	});

	test("what passes the guard and damages the document all the same is never stored", async () => {
		const { core, partner, bad, good } = await withColleague();
		// Two clients' structs that wait for each other: no order in which they could be applied.
		const circle = circularUpdate();
		await send(core, bad, updateFrame(circle));
		await settle(core, good);
		expect([nacks(bad), bad.closedWith]).toEqual([["malformed"], CLOSE.protocol]);
		expect(good.closedWith).toBe(CLOSE.tryLater);
		await good.connect(core);
		setMeta(good.doc, "b", 2);
		await settle(core, good);
		expect(metaOf(await joinedClient(core, partner.plan))).toEqual({ a: 1, b: 2 });
	});

	test("the log of a refusal names document, user and code, and no content", async () => {
		const lines: unknown[][] = [];
		const note = (...line: unknown[]) => void lines.push(line);
		const core = await openSyncCore({ log: { debug: note, info: note, warn: note, error: note } });
		const { plan } = await core.addPartner();
		const client = await joinedClient(core, plan, { userId: "user-7" });
		await send(core, client, updateFrame(foreignUpdate));
		expect(lines).toEqual([
			[{ documentId: plan.id, userId: "user-7", code: "unknown-root" }, "Refused a frame"],
		]);
	});
});

describe("a ledger", () => {
	test("takes no client writes, and its readers see nothing of the attempt", async () => {
		const core = await openSyncCore();
		const { ledger, ledgerId } = await core.addPartner();
		const reader = await joinedClient(core, ledger, { userId: "reader" });
		const writer = await joinedClient(core, ledger, { userId: "writer" });
		const before = Y.encodeStateAsUpdate(reader.doc);
		const rows = (await core.storage.load(ledgerId)).updates.length;
		writer.doc.getMap("verdicts").set("revision-1", { outcome: "committed" });
		await settle(core, reader, writer);
		expect([nacks(writer), writer.closedWith]).toEqual([["read-only"], CLOSE.forbidden]);
		expect(Y.encodeStateAsUpdate(reader.doc)).toEqual(before);
		expect((await core.storage.load(ledgerId)).updates).toHaveLength(rows);
	});

	test.each([
		["deletion", (doc: Y.Doc) => doc.getMap("meta").delete("partner")],
		["unknown root", (doc: Y.Doc) => doc.getMap("anything").set("a", 1)],
	])("takes no %s either", async (_, edit) => {
		const core = await openSyncCore();
		const { ledger } = await core.addPartner();
		const writer = await joinedClient(core, ledger);
		edit(writer.doc);
		await settle(core, writer);
		expect([nacks(writer), writer.closedWith]).toEqual([["read-only"], CLOSE.forbidden]);
		const reader = await joinedClient(core, ledger);
		expect(reader.doc.getMap("meta").has("partner")).toBe(true);
	});

	test("does not mind an answer that brings nothing", async () => {
		const core = await openSyncCore();
		const { ledger } = await core.addPartner();
		const reader = await joinedClient(core, ledger);
		await send(core, reader, step2Frame(Y.encodeStateAsUpdate(reader.doc)));
		expect([nacks(reader), reader.closedWith]).toEqual([[], undefined]);
	});
});

describe("presence in a room", () => {
	test("is heard by all, by the sender as a sign of life, by those who come later, and ends with the connection", async () => {
		const { core, partner, bad: anna, good: ben } = await withColleague();
		const state = { user: { id: "bad" } };
		await send(core, anna, presenceFrameOf({ client: 5, clock: 1, state }));
		await settle(core, ben);
		const told = presenceFrameOf({ client: 5, clock: 1, state });
		expect([anna.frames.at(-1), ben.frames.at(-1)]).toEqual([told, told]);
		expect((await joinedClient(core, partner.plan)).frames).toContainEqual(told);
		anna.disconnect();
		await settle(core, ben);
		expect(ben.frames.at(-1)).toEqual(presenceFrameOf({ client: 5, clock: 1, state: null }));
	});

	test("is told when asked for", async () => {
		const { core, good } = await withColleague();
		await send(core, good, frame(MESSAGE.queryAwareness));
		expect(good.frames.at(-1)).toEqual(presenceFrameOf());
	});
});

/** A storage whose next transactions wait, or fail, as the test wants. */
function holdableStorage() {
	const inner = makeMemoryStorage();
	let gate: Promise<void> = Promise.resolve();
	let open = () => {};
	let failures = 0;
	const storage: Storage = {
		...inner,
		transaction: (work) =>
			inner.transaction(async (tx) => {
				await gate;
				const result = await work(tx);
				if (failures-- > 0) throw new Error("disk full");
				return result;
			}),
	};
	return {
		storage,
		hold: (): void => {
			gate = new Promise((resolve) => {
				open = resolve;
			});
		},
		letGo: (): void => open(),
		failOnce: (): void => {
			failures = 1;
		},
	};
}

/** Two fields of two clients, each set inside a map that the other one makes later. */
function circularUpdate(): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 2);
	for (const [client, other] of [
		[101, 102],
		[102, 101],
	] as const) {
		encoding.writeVarUint(encoder, 1); // one struct
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, 0); // its clock
		encoding.writeUint8(encoder, 0b0010_0111); // a type as content, with a key
		encoding.writeVarUint(encoder, 0); // the parent is no root …
		encoding.writeVarUint(encoder, other); // … but the other client's map
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarString(encoder, "key");
		encoding.writeVarUint(encoder, 1); // a map
	}
	encoding.writeVarUint(encoder, 0);
	return encoding.toUint8Array(encoder);
}
