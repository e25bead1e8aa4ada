import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { isInWindow, transferWindow } from "#domain/window.ts";

describe("transferWindow", () => {
	test.each([
		["2026-11-22", "2026-08-24", "2027-05-22", "the day of the sample season"],
		["2026-08-27", "2026-05-29", "2027-02-27", "an ordinary day before a short month"],
		["2026-08-28", "2026-05-30", "2027-02-28", "the first day that reaches the end of February"],
		["2026-08-31", "2026-06-02", "2027-02-28", "a day that February lacks, clamped"],
		["2026-11-30", "2026-09-01", "2027-05-30", "a month end that is none six months later"],
		["2027-08-31", "2027-06-02", "2028-02-29", "clamped to the leap day"],
		["2028-05-29", "2028-02-29", "2028-11-29", "ninety days back on the leap day"],
	])("[R37, D1] on %s reaches from %s to %s: %s", (today, from, to) => {
		expect(transferWindow(day(today))).toEqual({ from, to });
	});

	test("[R37] answers for the day that is asked, also after it answered for another", () => {
		const first = transferWindow(day("2026-11-22"));
		transferWindow(day("2026-11-23"));
		expect(transferWindow(day("2026-11-22"))).toEqual(first);
	});
});

describe("isInWindow", () => {
	test.each([
		["2026-08-23", "2026-11-22", false, "ended 91 days ago"],
		["2026-08-24", "2026-11-22", true, "ended exactly 90 days ago"],
		["2026-08-25", "2026-11-22", true, "ended 89 days ago"],
		["2026-11-22", "2026-11-22", true, "ends today"],
		["2027-05-21", "2026-11-22", true, "ends a day before six months"],
		["2027-05-22", "2026-11-22", true, "ends in exactly six months"],
		["2027-05-23", "2026-11-22", false, "ends a day after six months"],
		["2027-02-28", "2026-08-27", false, "the six months end on 27 February"],
		["2027-02-28", "2026-08-31", true, "the six months are clamped to 28 February"],
		["2027-03-01", "2026-08-31", false, "and go no further"],
		["2027-05-30", "2026-11-30", true, "the last day"],
		["2027-05-31", "2026-11-30", false, "a month end is not stretched to"],
	])("[R37, R84] an agreement that ends on %s, asked on %s, is %s: %s", (endsOn, today, expected) => {
		expect(isInWindow(day(endsOn), day(today))).toBe(expected);
	});
});
