import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { BEGUN, LOCAL, SUBMITTED } from "#document/origin.ts";
import {
	discardDraft,
	draftSchedule,
	editDraft,
	readSchedule,
	revisionsOf,
	scheduleNodes,
	submitRevision,
	withdrawnOf,
	withdrawRevision,
} from "#document/plan/schedules.ts";
import type { RevisionId, ScheduleId } from "#domain/schedule.ts";
import { scheduleProgress } from "#domain/schedule-progress.ts";
import { makeRandom } from "../support/random.ts";
import { draftOf, revisionOf } from "../support/schedules.ts";

const ID = "schedule-1" as ScheduleId;
const FIRST = "revision-1" as RevisionId;

function planWithDraft(): Y.Doc {
	const plan = new Y.Doc();
	draftSchedule(plan, draftOf(ID));
	return plan;
}

function copyOf(plan: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(plan));
	return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
}

function read(plan: Y.Doc) {
	const node = scheduleNodes(plan).get(ID);
	return node && readSchedule(node, ID);
}

function stage(plan: Y.Doc) {
	const schedule = read(plan);
	return schedule && scheduleProgress(schedule, { verdict: () => undefined }).stage;
}

describe("a draft", () => {
	test("is read back as it was begun", () => {
		expect(read(planWithDraft())).toMatchObject({
			id: ID,
			lineKey: "ZUB-92164",
			terms: { term: "P1Y", billingPlan: "monthly", quantity: 10, endsOn: null },
			revisions: [],
			withdrawn: {},
		});
	});

	test("keeps two people's edits of two fields", () => {
		const a = planWithDraft();
		const b = copyOf(a);
		editDraft(a, ID, { quantity: 42 });
		editDraft(b, ID, { term: "P3Y", billingPlan: "annual" });
		exchange(a, b);

		expect(read(a)?.terms).toEqual({ term: "P3Y", billingPlan: "annual", quantity: 42, endsOn: null });
		expect(read(b)).toEqual(read(a));
	});

	test("is edited in one transaction that undo follows, and in none when nothing differs", () => {
		const plan = planWithDraft();
		const origins: unknown[] = [];
		plan.on("afterTransaction", (transaction) => origins.push(transaction.origin));

		expect(editDraft(plan, ID, { quantity: 10 })).toBe(false);
		expect(editDraft(plan, ID, { quantity: 11, term: "P1M" })).toBe(true);
		expect(editDraft(plan, "gone-1234" as ScheduleId, { quantity: 11 })).toBe(false);
		expect(origins).toEqual([LOCAL]);
	});

	test("can be thrown away until it is submitted", () => {
		const plan = planWithDraft();
		submitRevision(plan, ID, revisionOf(FIRST));
		expect(discardDraft(plan, ID)).toBe(false);

		const other = planWithDraft();
		expect(stage(other)).toBe("draft");
		expect(discardDraft(other, ID)).toBe(true);
		expect(stage(other)).toBe("closed");
	});

	test("that was thrown away comes back with what a colleague has changed meanwhile", () => {
		const a = planWithDraft();
		const b = copyOf(a);
		discardDraft(a, ID);
		editDraft(b, ID, { quantity: 42 });
		exchange(a, b);
		expect([stage(a), stage(b)]).toEqual(["draft", "draft"]);
		expect(read(a)?.terms.quantity).toBe(42);
	});

	test("that was thrown away comes back with what a colleague has submitted meanwhile", () => {
		const a = planWithDraft();
		const b = copyOf(a);
		discardDraft(a, ID);
		submitRevision(b, ID, revisionOf(FIRST));
		exchange(a, b);
		expect([stage(a), stage(b)]).toEqual(["waiting", "waiting"]);
	});

	test("begins in a way that undo does not take along", () => {
		const plan = new Y.Doc();
		const origins: unknown[] = [];
		plan.on("afterTransaction", (transaction) => origins.push(transaction.origin));
		draftSchedule(plan, draftOf(ID));
		expect(origins).toEqual([BEGUN, LOCAL]);
	});
});

describe("a submitted revision", () => {
	test("[R94] is written once, whatever comes later under its id", () => {
		const plan = planWithDraft();
		expect(submitRevision(plan, ID, revisionOf(FIRST, { quantity: 5 }))).toBe(true);
		expect(submitRevision(plan, ID, revisionOf(FIRST, { quantity: 6 }))).toBe(false);
		expect(read(plan)?.revisions.map((one) => one.terms.quantity)).toEqual([5]);
	});

	test("[R52] stays beside a colleague's revision and withdrawal made at the same time", () => {
		const a = planWithDraft();
		submitRevision(a, ID, revisionOf(FIRST));
		const b = copyOf(a);
		submitRevision(a, ID, revisionOf("revision-a", {}, "2026-11-22T10:00:00.000Z"));
		submitRevision(b, ID, revisionOf("revision-b", {}, "2026-11-22T09:30:00.000Z"));
		withdrawRevision(b, ID, FIRST, { byName: "Jonas", at: revisionOf("x-------").at });
		exchange(a, b);

		expect(read(a)?.revisions.map((one) => one.id)).toEqual([FIRST, "revision-b", "revision-a"]);
		expect(Object.keys(read(a)?.withdrawn ?? {})).toEqual([FIRST]);
		expect(read(b)).toEqual(read(a));
	});

	test("is not undone with the draft's edits", () => {
		const plan = planWithDraft();
		const undo = new Y.UndoManager(scheduleNodes(plan), {
			trackedOrigins: new Set([LOCAL]),
			captureTimeout: 0,
		});
		editDraft(plan, ID, { quantity: 42 });
		submitRevision(plan, ID, revisionOf(FIRST, { quantity: 42 }));
		undo.undo();

		expect(read(plan)?.terms.quantity).toBe(10);
		expect(read(plan)?.revisions).toHaveLength(1);
	});

	test("carries an origin of its own", () => {
		const plan = planWithDraft();
		let origin: unknown;
		plan.once("afterTransaction", (transaction) => {
			origin = transaction.origin;
		});
		submitRevision(plan, ID, revisionOf(FIRST));
		expect(origin).toBe(SUBMITTED);
	});

	test("that does not parse is counted, and does not hide the others", () => {
		const plan = planWithDraft();
		submitRevision(plan, ID, revisionOf(FIRST));
		const node = scheduleNodes(plan).get(ID) ?? new Y.Map<unknown>();
		(node.get("revisions") as Y.Map<unknown>).set("broken-1", { terms: "none" });

		expect(read(plan)).toMatchObject({ unreadable: 1, revisions: [{ id: FIRST }] });
		expect(revisionsOf(node).get("broken-1")).toBeUndefined();
		expect(revisionsOf(node).has("broken-1")).toBe(true);
		expect(withdrawnOf(node)).toEqual([]);
	});
});

describe("three people", () => {
	test.each(Array.from({ length: 50 }, (_, seed) => seed))("come to the same schedules (seed %i)", (seed) => {
		const random = makeRandom(seed);
		const first = planWithDraft();
		const plans = [first, copyOf(first), copyOf(first)];
		let count = 0;

		for (let step = 0; step < 40; step++) {
			const plan = random.pick(plans);
			const id = random.pick([...scheduleNodes(plan).keys()]) as ScheduleId;
			const act = random.below(6);
			if (act === 0) draftSchedule(plan, draftOf(`schedule-${seed}-${count++}`));
			if (act === 1) editDraft(plan, id, { quantity: 1 + random.below(500) });
			if (act === 2) editDraft(plan, id, { term: random.pick(["P1M", "P1Y", "P3Y"] as const) });
			if (act === 3) submitRevision(plan, id, revisionOf(`revision-${seed}-${count++}`));
			if (act === 4) {
				const node = scheduleNodes(plan).get(id);
				const submitted = node ? [...revisionsOf(node).keys()] : [];
				if (submitted.length > 0) {
					withdrawRevision(plan, id, random.pick(submitted) as RevisionId, {
						byName: "Jonas",
						at: revisionOf("x-------").at,
					});
				}
			}
			if (act === 5) exchange(plan, random.pick(plans));
		}
		for (const a of plans) for (const b of plans) exchange(a, b);
		for (const a of plans) for (const b of plans) exchange(a, b);

		const [one, two, three] = plans.map((plan) => scheduleNodes(plan).toJSON());
		expect(two).toEqual(one);
		expect(three).toEqual(one);
	});
});
