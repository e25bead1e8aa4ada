import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { submitRevision } from "#document/plan/schedules.ts";
import { examine, isIntact } from "../../sync-server/guard.ts";
import { openStoredDocument } from "../../sync-server/stored-document.ts";
import { docWith, replicaOf, updateOf } from "../support/frames.ts";
import { makeRevision, makeSchedule } from "../support/nouns.ts";
import { makeRandom } from "../support/random.ts";
import { importSeason, submit } from "../support/team.ts";

function plan(...updates: readonly Uint8Array[]): Y.Doc {
	const doc = openStoredDocument("plan", { snapshot: undefined, updates: [] });
	for (const update of updates) Y.applyUpdate(doc, update);
	return doc;
}

const stateOf = Y.encodeStateAsUpdate;

function encoded(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}

function varUint(value: number): Uint8Array {
	return encoded((encoder) => encoding.writeVarUint(encoder, value));
}

describe("examine", () => {
	test("lets in what the commands write: customers, agreements, schedules, submissions, deletions", () => {
		const client = docWith(() => {}, 5);
		const server = plan();
		const edits: ((doc: Y.Doc) => void)[] = [
			importSeason,
			(doc) => submit(doc, "revision-1", { scheduleId: "schedule-1" }),
			(doc) => submitRevision(doc, makeSchedule("schedule-1").id, makeRevision("revision-2")),
			(doc) => doc.getMap("agreements").delete("80917264"),
			(doc) => doc.getMap("meta").set("version", 1),
		];
		for (const edit of edits) {
			const update = updateOf(client, edit);
			expect(examine(server, update).kind).toBe("new");
			Y.applyUpdate(server, update);
			expect(isIntact(server)).toBe(true);
		}
		expect(server.toJSON()).toEqual(client.toJSON());
	});

	test("tells for each client the clock after its last struct", () => {
		const client = docWith((doc) => doc.getMap("meta").set("a", 1), 5);
		const examined = examine(plan(), stateOf(client));
		expect(examined).toEqual({ kind: "new", clocks: new Map([[5, 1]]), isAllNew: true });
	});

	test("sees that a joiner's answer brings nothing: structs and deletions that are there already", () => {
		const client = docWith(importSeason);
		client.getMap("agreements").delete("80917264");
		expect(examine(plan(stateOf(client)), stateOf(client)).kind).toBe("nothing-new");
	});

	test("sees a deletion as something new although it adds no struct", () => {
		const client = docWith(importSeason);
		const server = plan(stateOf(client));
		const update = updateOf(client, (doc) => doc.getMap("agreements").delete("80917264"));
		expect(examine(server, update).kind).toBe("new");
	});

	test("sees an empty update as nothing new", () => {
		expect(examine(plan(), stateOf(new Y.Doc())).kind).toBe("nothing-new");
	});

	test("sees what is half known as new", () => {
		const client = docWith((doc) => doc.getMap("meta").set("a", 1));
		const server = plan(stateOf(client));
		client.getMap("meta").set("b", 2);
		expect(examine(server, stateOf(client))).toMatchObject({ kind: "new", isAllNew: false });
	});

	test.each([
		["an earlier update of the same client", (doc: Y.Doc) => doc.getMap("meta").set("a", 2)],
		[
			"the map that it changes",
			(doc: Y.Doc) => doc.getMap<Y.Map<unknown>>("schedules").get("s")?.set("x", 1),
		],
		["what it deletes", (doc: Y.Doc) => doc.getMap("meta").delete("a")],
	])("sees a gap where %s is missing", (_, edit) => {
		const first = docWith((doc) => {
			doc.getMap("meta").set("a", 1);
			doc.getMap("schedules").set("s", new Y.Map());
		}, 5);
		const second = replicaOf(first, 6);
		expect(examine(plan(), updateOf(second, edit)).kind).toBe("gap");
	});

	test("sees a gap in the middle of one update", () => {
		const client = docWith((doc) => doc.getMap("meta").set("a", 1), 5);
		const updates = ["b", "c", "d"].map((key) => updateOf(client, (doc) => doc.getMap("meta").set(key, 1)));
		const withHole = Y.mergeUpdates([
			stateOf(docWith((doc) => doc.getMap("meta").set("a", 1), 5)),
			...updates.slice(1),
		]);
		expect(examine(plan(), withHole).kind).toBe("gap");
	});

	test.each([
		["an unknown root", (doc: Y.Doc) => doc.getMap("secrets").set("a", 1)],
		["a root of the server's ledger", (doc: Y.Doc) => doc.getMap("verdicts").set("a", 1)],
		["a list under a known root's name", (doc: Y.Doc) => doc.getArray("customers").push([1])],
		["a text under a known root's name", (doc: Y.Doc) => doc.getText("customers").insert(0, "a")],
		["a list as a value", (doc: Y.Doc) => doc.getMap("schedules").set("s", new Y.Array())],
		["a text as a value", (doc: Y.Doc) => doc.getMap("schedules").set("s", new Y.Text("a"))],
		["a document in the document", (doc: Y.Doc) => doc.getMap("schedules").set("s", new Y.Doc())],
		["bytes as a value", (doc: Y.Doc) => doc.getMap("schedules").set("s", Uint8Array.of(1))],
	])("finds %s foreign to a plan", (_, edit) => {
		const client = docWith(edit);
		expect(examine(plan(), stateOf(client)).kind).toBe("foreign");
	});

	test.each([
		["nothing at all", new Uint8Array()],
		["bytes that break off", stateOf(docWith(importSeason)).slice(0, -20)],
		["bytes that say they are more than there are", Uint8Array.of(255, 255, 255, 255, 15, 1, 1, 0)],
		["text", new TextEncoder().encode("GET / HTTP/1.1")],
	])("finds %s malformed", (_, bytes) => {
		expect(examine(plan(), bytes).kind).toBe("malformed");
	});

	test("finds one client's structs in two places malformed: Yjs would forget the first", () => {
		const client = docWith(() => {}, 5);
		// An update is the number of its sections, the sections, and here an empty set of deletions.
		const sections = ["a", "b"].flatMap((key) => [
			...updateOf(client, (doc) => doc.getMap("meta").set(key, 1)).slice(1, -1),
		]);
		expect(examine(plan(), Uint8Array.of(2, ...sections, 0)).kind).toBe("malformed");
	});

	test.each([
		["of somebody unknown", 999, 0],
		["of somebody known, where nothing stands yet", 3, 1],
		["of its own", 5, 1],
	])("finds a deletion of nothing %s malformed: Yjs would stumble over it", (_, client, clock) => {
		const server = plan(stateOf(docWith((doc) => doc.getMap("meta").set("a", 1), 3)));
		const update = stateOf(docWith((doc) => doc.getMap("meta").set("b", 1), 5));
		const withDeletion = encoded((encoder) => {
			encoding.writeUint8Array(encoder, update.slice(0, -1)); // all but the empty set of deletions
			for (const part of [1, client, 1, clock, 0]) encoding.writeVarUint(encoder, part);
		});
		expect(examine(server, withDeletion).kind).toBe("malformed");
	});

	/** One field of the plan's `meta`; what follows is its value. */
	const FIELD = [1, 1, 5, 0, 0x28, 1, 4, ...new TextEncoder().encode("meta"), 1, 97, 1];

	test.each([
		["structs, as of collected garbage", [1, ...varUint(1_100_000), 5, 0], [0, 1], 1_100_000],
		["deletions", [0, 1, 5, ...varUint(1_100_000)], [0, 1], 1_100_000],
		["values in one field", [...FIELD, 117, ...varUint(4_100_000)], [118, 0], 4_100_000],
	])("finds more %s than any plan has malformed, before they fill the memory", (_, head, one, count) => {
		const bytes = encoded((encoder) => {
			encoding.writeUint8Array(encoder, Uint8Array.from(head));
			encoding.writeUint8Array(
				encoder,
				Uint8Array.from({ length: count * 2 }, (_, i) => one[i % 2] ?? 0),
			);
			encoding.writeUint8(encoder, 0);
		});
		expect(examine(plan(), bytes).kind).toBe("malformed");
	});

	test.each([
		["a number that JSON does not have", 10n],
		["bytes", Uint8Array.of(1)],
		["values nested deeper than any record", JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`)],
	])("finds %s inside a record malformed", (_, value) => {
		const client = docWith((doc) => doc.getMap("customers").set("c", { id: "c", value }));
		expect(examine(plan(), stateOf(client)).kind).toBe("malformed");
	});

	test("takes every value that JSON has, and undefined", () => {
		const record = { a: [1, -1.5, 2 ** 40, 1e300], b: { c: null, d: true, e: false, "": "ü" }, f: undefined };
		const client = docWith((doc) => doc.getMap("meta").set("a", record));
		expect(examine(plan(), stateOf(client)).kind).toBe("new");
	});

	test("finds values that are nested without end malformed", () => {
		const client = docWith((doc) => doc.getMap("meta").set("a", "xx"), 5);
		const bytes = stateOf(client);
		const any = bytes.indexOf(119); // a string, in lib0's encoding of values
		const nested = new Uint8Array(200_000).fill(117); // an array in an array in an array …
		for (let i = 1; i < nested.length; i += 2) nested[i] = 1;
		const update = Buffer.concat([bytes.slice(0, any), nested]);
		expect(examine(plan(), update).kind).toBe("malformed");
	});
});

const SEEDS = Array.from({ length: 100 }, (_, i) => i + 1);

test.each(SEEDS)("whatever bytes come, a document stays intact or they are not let in (seed %i)", (seed) => {
	const random = makeRandom(seed);
	const client = docWith(importSeason, 5);
	const server = plan(stateOf(client));
	const update = updateOf(client, (doc) => submit(doc, "revision-1"));
	for (let i = 0; i < 50; i++) {
		const broken = update.slice();
		for (let hits = 1 + random.below(4); hits > 0; hits--)
			broken[random.below(broken.length)] = random.below(256);
		if (examine(server, broken).kind !== "new") continue;
		const copy = plan(stateOf(server));
		Y.applyUpdate(copy, broken);
		expect(isIntact(copy)).toBe(true);
	}
});
