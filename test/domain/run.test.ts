import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { cspStart, firstCspDay, hasRunBegun, lastEditDay, runHours, runOn } from "#domain/run.ts";

describe("a run", () => {
	test.each([
		["2026-11-30", "2026-11-12", "2026-12-01", 72, "well before the end"],
		["2026-11-30", "2026-11-29", "2026-12-01", 72, "a day before the end"],
		["2026-11-30", "2026-11-30", "2026-12-01", 72, "on the end day, which still belongs to the EA"],
		["2026-11-30", "2026-12-01", "2026-12-02", 96, "a day after the end"],
		["2026-11-30", "2027-02-28", "2027-03-01", 96, "90 days after the end"],
		["2026-12-31", "2026-12-31", "2027-01-01", 72, "across the year"],
		["2028-02-28", "2028-01-01", "2028-02-29", 72, "before a leap day"],
	] as const)(
		"[R53, R54, R56, R82] of an EA that ends on %s, committed on %s, starts on %s and has %d hours: %s",
		(end, committed, run, hours, _) => {
			expect(runOn(day(end), day(committed))).toBe(run);
			expect(firstCspDay(day(end), day(committed))).toBe(run);
			expect(runHours(day(end), day(committed))).toBe(hours);
		},
	);

	test("[R26] the successor starts on the day after the inclusive end", () => {
		expect(cspStart(day("2026-11-30"))).toBe("2026-12-01");
	});

	test("[R52, R88] can be changed for the last time on the day before it", () => {
		expect(lastEditDay(day("2026-12-01"))).toBe("2026-11-30");
	});

	test.each([
		["2026-11-30T23:59:59.999Z", false],
		["2026-12-01T00:00:00.000Z", true],
		["2026-12-01T00:00:00.001Z", true],
	])("[R52, R53] on 2026-12-01, seen at %s, has begun: %s", (now, expected) => {
		expect(hasRunBegun(day("2026-12-01"), Date.parse(now))).toBe(expected);
	});
});
