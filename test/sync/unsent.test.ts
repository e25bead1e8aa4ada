import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { countUnsent } from "#sync/unsent.ts";

function docWith(...ids: string[]): Y.Doc {
	const doc = new Y.Doc();
	for (const id of ids) doc.getMap("schedules").set(id, new Y.Map([["quantity", 1]]));
	return doc;
}

const all = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

function schedule(doc: Y.Doc, id: string): Y.Map<unknown> {
	return doc.getMap("schedules").get(id) as Y.Map<unknown>;
}

describe("unsent changes", () => {
	test("are all records as long as the server has nothing", () => {
		expect(countUnsent(docWith("a", "b"), new Map())).toBe(2);
	});

	test("are none when the server has everything", () => {
		const doc = docWith("a", "b");
		expect(countUnsent(doc, all(doc))).toBe(0);
		expect(countUnsent(new Y.Doc(), new Map())).toBe(0);
	});

	test("count a record once, however many of its fields were changed", () => {
		const doc = docWith("a", "b");
		const durable = all(doc);
		for (let n = 0; n < 10; n++) schedule(doc, "a").set("quantity", n);
		schedule(doc, "a").set("term", "P1Y");
		expect(countUnsent(doc, durable)).toBe(1);
	});

	test("count records of all maps and of other tabs' clients", () => {
		const doc = docWith("a");
		const durable = all(doc);
		doc.getMap("customers").set("a", { name: "A" });
		const tab = new Y.Doc();
		Y.applyUpdate(tab, Y.encodeStateAsUpdate(doc));
		tab.getMap("agreements").set("x", {});
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(tab));
		expect(countUnsent(doc, durable)).toBe(2);
	});

	test("are at least one when only forgotten values are left to send", () => {
		const doc = docWith("a");
		const durable = all(doc);
		schedule(doc, "a").set("note", "typed");
		schedule(doc, "a").delete("note");
		doc.getMap("schedules").delete("a");
		expect(countUnsent(doc, durable)).toBe(1);
	});
});
