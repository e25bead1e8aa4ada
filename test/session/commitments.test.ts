import { describe, expect, test } from "vitest";
import type { Committed, Release } from "#domain/verdict.ts";
import { activeCommitments } from "#session/commitments.ts";
import { keyOf, makeCommitted, makeRevision, makeSchedule } from "../support/nouns.ts";

const schedule = makeSchedule("schedule-1").id;

function committed(revisionId: string, commitNumber: number, at: number): Committed {
	return { ...makeCommitted(makeRevision(revisionId), schedule, at), commitNumber };
}

function released(...verdicts: readonly Committed[]): ReadonlyMap<string, Release> {
	return new Map(
		verdicts.map(({ revisionId, at }) => [
			revisionId,
			{ revisionId, outcome: "released", reason: null, at, receipt: null },
		]),
	);
}

const first = committed("revision-1", 7, 10);
const change = committed("revision-2", 7, 20);
const later = committed("revision-3", 9, 30);
const key = keyOf(makeRevision("revision-1"));

describe("the active commit of an EA subscription", () => {
	test.each([
		["is the one there is", [first], released(), first],
		["is its newest accepted change", [change, first], released(), change],
		["is none when it was released", [first], released(first), undefined],
		["does not fall back on what a released change replaced", [first, change], released(change), undefined],
		["is none when an older revision of it was released", [first, change], released(first), undefined],
		["is a later one after a release", [first, later, change], released(first, change), later],
	])("%s", (_, verdicts, releases, expected) => {
		expect(activeCommitments(verdicts, releases).get(key)).toEqual(expected);
	});

	test("stays when its release was refused", () => {
		const refused = new Map(
			[...released(first)].map(([id, one]) => [id, { ...one, outcome: "refused" as const }]),
		);
		expect(activeCommitments([first], refused).get(key)).toEqual(first);
	});
});
