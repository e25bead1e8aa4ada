import { createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { customerRecords, putCustomer } from "#document/plan/customers.ts";
import {
	draftSchedule,
	editDraft,
	readSchedule,
	scheduleNodes,
	submitRevision,
} from "#document/plan/schedules.ts";
import type { CustomerId } from "#domain/customer.ts";
import { scheduleProgress } from "#domain/schedule-progress.ts";
import { createUndo } from "#session/create-undo.ts";
import { makeCustomer, makeRevision, makeSchedule } from "../support/nouns.ts";

const disposers: (() => void)[] = [];
afterEach(() => {
	for (const dispose of disposers.splice(0)) dispose();
});

function planWithUndo() {
	const plan = new Y.Doc();
	const undo = createRoot((dispose) => {
		disposers.push(dispose);
		return createUndo(plan);
	});
	return { plan, ...undo };
}

const schedule = makeSchedule("schedule-1");
const quantityIn = (plan: Y.Doc) => {
	const node = scheduleNodes(plan).get(schedule.id);
	return node && readSchedule(node, schedule.id)?.terms.quantity;
};

/** Lets another member's copy of the plan do something and brings it back. */
function byColleague(plan: Y.Doc, act: (copy: Y.Doc) => void): void {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(plan));
	act(copy);
	Y.applyUpdate(plan, Y.encodeStateAsUpdate(copy));
}

describe("undo", () => {
	test("takes back this device's own step and brings it again", () => {
		const { plan, undo, startStep } = planWithUndo();
		draftSchedule(plan, schedule);
		startStep();
		editDraft(plan, schedule.id, { quantity: 7 });
		expect([undo.can(), undo.canRedo()]).toEqual([true, false]);
		undo.undo();
		expect([quantityIn(plan), undo.canRedo()]).toEqual([240, true]);
		undo.redo();
		expect(quantityIn(plan)).toBe(7);
	});

	test("leaves what a colleague did", () => {
		const { plan, undo } = planWithUndo();
		putCustomer(plan, makeCustomer());
		byColleague(plan, (copy) => putCustomer(copy, makeCustomer({ id: "theirs" as CustomerId })));
		undo.undo();
		expect([...customerRecords(plan).keys()]).toEqual(["theirs"]);
		expect(undo.can()).toBe(false);
	});

	test("takes an import of many records back as one step", () => {
		const { plan, undo, startStep } = planWithUndo();
		putCustomer(plan, makeCustomer());
		startStep();
		for (let n = 0; n < 50; n++) putCustomer(plan, makeCustomer({ id: `c${n}` as CustomerId }));
		startStep();
		undo.undo();
		expect(customerRecords(plan).size).toBe(1);
	});

	test("does not reach behind a submission", () => {
		const { plan, undo } = planWithUndo();
		draftSchedule(plan, schedule);
		submitRevision(plan, schedule.id, makeRevision("revision-1"));
		expect(undo.can()).toBe(false);
		undo.undo();
		expect(quantityIn(plan)).toBe(240);
	});

	test("throws away a draft that it had begun, and begins it again", () => {
		const { plan, undo } = planWithUndo();
		const progress = () => {
			const node = scheduleNodes(plan).get(schedule.id);
			const read = node && readSchedule(node, schedule.id);
			return read && scheduleProgress(read, { verdict: () => undefined }).stage;
		};
		draftSchedule(plan, schedule);
		expect(progress()).toBe("draft");
		undo.undo();
		expect(progress()).toBe("closed");
		undo.redo();
		expect(progress()).toBe("draft");
	});

	test("keeps a schedule that a colleague has submitted meanwhile", () => {
		const { plan, undo } = planWithUndo();
		draftSchedule(plan, schedule);
		byColleague(plan, (copy) => submitRevision(copy, schedule.id, makeRevision("revision-1")));
		undo.undo();
		const node = scheduleNodes(plan).get(schedule.id);
		expect(node && readSchedule(node, schedule.id)?.revisions).toHaveLength(1);
	});

	test("takes back an edit of a schedule that a colleague has submitted", () => {
		const { plan, undo, startStep } = planWithUndo();
		draftSchedule(plan, schedule);
		startStep();
		editDraft(plan, schedule.id, { quantity: 7 });
		byColleague(plan, (copy) => submitRevision(copy, schedule.id, makeRevision("revision-1")));
		undo.undo();
		expect(quantityIn(plan)).toBe(240);
	});
});
