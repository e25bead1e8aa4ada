import { expect, test } from "vitest";
import * as Y from "yjs";
import { type NamedAct, sortActs } from "../../sync-server/plan-acts.ts";
import { makeRevision, makeSchedule } from "../support/nouns.ts";

function act(id: string, client: number, clock: number, at: string): NamedAct {
	return {
		kind: "revisions",
		scheduleId: makeSchedule("schedule-1").id,
		revisionId: makeRevision(id).id,
		node: new Y.Map(),
		madeBy: Y.createID(client, clock),
		at,
	};
}

function idsOf(acts: readonly NamedAct[]): readonly string[] {
	return sortActs(acts).map(({ revisionId }) => revisionId);
}

test("what one client made is in the order of its clock, whatever the device's time says", () => {
	expect(
		idsOf([act("third", 5, 30, "10:00"), act("first", 5, 10, "12:00"), act("second", 5, 20, "11:00")]),
	).toEqual(["first", "second", "third"]);
});

test("of two clients, the device's time tells which came first", () => {
	expect(idsOf([act("after the reload", 5, 0, "11:00"), act("before", 900, 0, "10:00")])).toEqual([
		"before",
		"after the reload",
	]);
});

test("two clients' acts are merged without breaking the order of either", () => {
	const sorted = idsOf([
		act("a1", 5, 0, "10:00"),
		act("a2", 5, 1, "09:00"),
		act("b1", 6, 0, "09:30"),
		act("b2", 6, 1, "11:00"),
	]);
	expect(sorted).toEqual(["b1", "a1", "a2", "b2"]);
});
