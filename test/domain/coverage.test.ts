import { describe, expect, test } from "vitest";
import { addSeats, coverageOf, NO_SEATS, seatShare, sumSeats } from "#domain/coverage.ts";
import type { IneligibleReason } from "#domain/eligibility.ts";
import type { ScheduleId } from "#domain/schedule.ts";
import type { SubscriptionState } from "#domain/subscription-state.ts";
import { makeCommitted, makeRevision, makeSchedule } from "../support/nouns.ts";

const revision = makeRevision("revision-1");
const schedule = makeSchedule("schedule-1");

describe("coverageOf", () => {
	const states: [SubscriptionState, string][] = [
		[{ state: "available" }, "open"],
		[{ state: "draft", schedule }, "local"],
		[{ state: "waiting", schedule, revision }, "local"],
		[
			{ state: "committed", commitment: makeCommitted(revision, "s-1" as ScheduleId), withdrawing: false },
			"committed",
		],
		[{ state: "refused", schedule, revision, reason: "illegal-terms" }, "open"],
		[{ state: "held" }, "other"],
		[{ state: "unsupported" }, "other"],
		[{ state: "public-sector" }, "other"],
		[{ state: "extended-term" }, "other"],
	];
	test.each(states)("seats of $state are %s", (state, coverage) => {
		expect(coverageOf(state)).toBe(coverage);
	});

	test.each<[IneligibleReason, string]>([
		["no-relationship", "other"],
		["outside-window", "other"],
		["partner-may-not-transact", "open"],
	])("seats that are ineligible because of %s are %s", (reason, coverage) => {
		expect(coverageOf({ state: "ineligible", reason })).toBe(coverage);
	});
});

test("seats add up to their total", () => {
	const one = addSeats(addSeats(NO_SEATS, "committed", 30), "open", 70);

	expect(sumSeats(one, addSeats(NO_SEATS, "local", 100))).toEqual({
		total: 200,
		committed: 30,
		local: 100,
		other: 0,
		open: 70,
	});
	expect(seatShare(one, "committed")).toBe(30);
	expect(seatShare(NO_SEATS, "committed")).toBe(0);
});
