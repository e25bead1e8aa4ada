import { createEffect, createMemo, createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type ProjectedFacts, projectFacts } from "#reactive/project-facts.ts";

type Fact = { id: string; seats: number };

function readFact(value: unknown, id: string): Fact | undefined {
	const fact = value as Fact;
	return typeof fact === "object" && fact.id === id && Number.isInteger(fact.seats) ? fact : undefined;
}

const disposers: (() => void)[] = [];
afterEach(() => {
	for (const dispose of disposers.splice(0)) dispose();
});

function project(records: Y.Map<unknown>): ProjectedFacts<Fact> & { runs: () => number } {
	return createRoot((dispose) => {
		disposers.push(dispose);
		const facts = projectFacts(records, readFact);
		let runs = 0;
		// Through a memo: it would hide a change if the map stayed the same object.
		const all = createMemo(facts.all);
		createEffect(() => {
			all();
			runs++;
		});
		return { ...facts, runs: () => runs };
	});
}

function recordsOf(count: number): Y.Map<unknown> {
	const doc = new Y.Doc();
	const records = doc.getMap("facts");
	doc.transact(() => {
		for (let n = 0; n < count; n++) records.set(`f${n}`, { id: `f${n}`, seats: n });
	});
	return records;
}

const twoFrames = () =>
	new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

describe("projected facts", () => {
	test("begin with what the document holds", () => {
		const facts = project(recordsOf(3));
		expect([...facts.all().values()].map((fact) => fact.seats)).toEqual([0, 1, 2]);
	});

	test("change once a frame, however many transactions there were", async () => {
		const records = recordsOf(3);
		const facts = project(records);
		for (let seats = 10; seats < 60; seats++) records.set("f1", { id: "f1", seats });
		records.delete("f2");
		records.set("f9", { id: "f9", seats: 9 });
		expect(facts.runs()).toBe(1);
		await twoFrames();
		expect(facts.runs()).toBe(2);
		expect(Object.fromEntries(facts.all())).toEqual({
			f0: { id: "f0", seats: 0 },
			f1: { id: "f1", seats: 59 },
			f9: { id: "f9", seats: 9 },
		});
	});

	test("change as soon as the task ends when nothing has changed for a while", async () => {
		const records = recordsOf(1);
		const facts = project(records);
		await new Promise((done) => setTimeout(done, 100));
		records.set("f0", { id: "f0", seats: 1 });
		await Promise.resolve();
		expect(facts.all().get("f0")?.seats).toBe(1);
	});

	test("leave a map that was read before as it was", async () => {
		const records = recordsOf(1);
		const facts = project(records);
		const before = facts.all();
		records.set("f1", { id: "f1", seats: 1 });
		await twoFrames();
		expect([before.size, facts.all().size]).toEqual([1, 2]);
	});

	test("count what cannot be read instead of dropping it silently", async () => {
		const records = recordsOf(2);
		records.set("odd", { id: "odd", seats: "many" });
		const facts = project(records);
		expect([facts.all().size, facts.unreadable()]).toEqual([2, 1]);
		records.set("f0", 7);
		await twoFrames();
		expect([facts.all().size, facts.unreadable()]).toEqual([1, 2]);
		records.set("f0", { id: "f0", seats: 7 });
		records.delete("odd");
		await twoFrames();
		expect([facts.all().size, facts.unreadable()]).toEqual([2, 0]);
	});

	test("stop listening with their owner", async () => {
		const records = recordsOf(1);
		const facts = project(records);
		records.set("f0", { id: "f0", seats: 5 });
		for (const dispose of disposers.splice(0)) dispose();
		records.set("f1", { id: "f1", seats: 1 });
		await twoFrames();
		expect(Object.fromEntries(facts.all())).toEqual({ f0: { id: "f0", seats: 0 } });
	});
});
