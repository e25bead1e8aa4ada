import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, Day, day, dayOf, daysBetween, endOfMonth } from "#domain/day.ts";

test.each([
	["2026-02-28", true],
	["2026-02-29", false],
	["2028-02-29", true],
	["2100-02-29", false],
	["2026-02-30", false],
	["2026-04-31", false],
	["2026-13-01", false],
	["2026-00-10", false],
	["26-02-01", false],
	["2026-2-1", false],
	["", false],
])("%s is a day: %s", (text, expected) => {
	expect(v.safeParse(Day, text).success).toBe(expected);
});

test.each([
	["2026-01-31", 1, "2026-02-28"],
	["2028-01-31", 1, "2028-02-29"],
	["2026-02-28", 1, "2026-03-28"],
	["2026-08-31", 6, "2027-02-28"],
	["2026-12-15", 1, "2027-01-15"],
	["2026-01-15", -1, "2025-12-15"],
	["2026-03-31", -1, "2026-02-28"],
	["2026-11-30", 36, "2029-11-30"],
	["2028-02-29", 12, "2029-02-28"],
	["2026-05-31", -15, "2025-02-28"],
])("%s and %i months is %s", (from, count, expected) => {
	expect(addMonths(day(from), count)).toBe(expected);
});

test.each([
	["2026-11-22", "2026-11-30"],
	["2026-11-30", "2026-11-30"],
	["2026-02-01", "2026-02-28"],
	["2028-02-10", "2028-02-29"],
	["2026-12-31", "2026-12-31"],
])("the month of %s ends on %s", (of, expected) => {
	expect(endOfMonth(day(of))).toBe(expected);
});

describe("days", () => {
	test("are counted over a change of clocks, a leap day and a year's end alike", () => {
		for (const [from, to, days] of [
			["2026-03-28", "2026-03-30", 2],
			["2028-02-28", "2028-03-01", 2],
			["2026-12-31", "2027-01-01", 1],
			["2026-11-22", "2026-08-24", -90],
		] as const) {
			expect(daysBetween(day(from), day(to))).toBe(days);
			expect(addDays(day(from), days)).toBe(to);
		}
	});

	test("follow each other without a gap for ten years", () => {
		let current = day("2024-01-01");
		for (let ms = Date.parse(current); ms < Date.parse("2034-01-01"); ms += 86_400_000) {
			expect(current).toBe(dayOf(ms));
			current = addDays(current, 1);
		}
	});
});
