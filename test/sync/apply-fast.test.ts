import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { applyFast } from "#sync/apply-fast.ts";

const SEED = 20261122;

/** Everything that may stand in a Y.Map as a plain value; texts in all scripts, with marks and without. */
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		{ depthSize: "small" },
		fc.string({ unit: "binary", maxLength: 80 }),
		fc.string({ maxLength: 80 }),
		fc.constantFrom("", "\u{feff}mark", "commercial", "ü", "x".repeat(48), "x".repeat(49)),
		fc.integer(),
		fc.double({ noNaN: true }),
		fc.boolean(),
		fc.constantFrom(null, undefined, 2n ** 40n),
		fc.uint8Array({ maxLength: 20 }),
		fc.array(tie("any"), { maxLength: 4 }),
		fc.dictionary(fc.string({ maxLength: 12 }), tie("any"), { maxKeys: 4, noNullPrototype: true }),
	),
})).any;

/** Large enough for the fast way. */
function updateWith(entries: readonly (readonly [string, unknown])[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		const map = doc.getMap("things");
		map.set(
			"filler",
			Array.from({ length: 3_000 }, (_, n) => ({ partNumber: `AAA-${n}`, description: "A line" })),
		);
		for (const [key, one] of entries) map.set(key, one);
		map.set("nested", new Y.Map(entries.map(([key, one]) => [key, one])));
		const note = new Y.Text("typed, ünd gelöscht");
		map.set("note", note);
		note.delete(0, 3);
		map.delete(entries[0]?.[0] ?? "filler");
	});
	return Y.encodeStateAsUpdate(doc);
}

describe("a large update", () => {
	test("comes to the same as with Y.applyUpdate", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.string({ minLength: 1 }), value), { minLength: 1, maxLength: 12 }),
				(entries) => {
					const update = updateWith(entries);
					const [fast, stock] = [new Y.Doc(), new Y.Doc()];
					applyFast(fast, update, "origin");
					Y.applyUpdate(stock, update);
					expect(fast.getMap("things").toJSON()).toEqual(stock.getMap("things").toJSON());
					const [ours, theirs] = [Y.encodeStateAsUpdate(fast), Y.encodeStateAsUpdate(stock)];
					expect(ours.length).toBe(theirs.length);
					expect(ours.every((byte, at) => byte === theirs[at])).toBe(true);
				},
			),
			{ seed: SEED, numRuns: 60 },
		);
	});

	test("carries its origin and is no local change", () => {
		const doc = new Y.Doc();
		const seen: unknown[] = [];
		doc.on("afterTransaction", ({ origin, local }) => seen.push([origin, local]));
		applyFast(doc, updateWith([["a", 1]]), "origin");
		expect(seen).toEqual([["origin", false]]);
	});

	test.each([0.1, 0.5, 0.9, 0.999])("that breaks off throws (%d of its bytes)", (share) => {
		const update = updateWith([["a", "b"]]);
		expect(() => applyFast(new Y.Doc(), update.slice(0, update.length * share), null)).toThrow();
	});
});
