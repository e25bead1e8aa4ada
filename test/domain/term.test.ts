import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, day } from "#domain/day.ts";
import { Term } from "#domain/schedule.ts";
import { cycleStart, PLAN_MONTHS, possiblePlans, TERM_MONTHS, termEnd } from "#domain/term.ts";
import { days } from "../support/days.ts";

describe("termEnd", () => {
	test.each([
		["P1M", "2021-01-31", "2021-02-27"],
		["P1M", "2021-02-28", "2021-03-27"],
		["P1M", "2021-05-31", "2021-06-29"],
		["P1M", "2021-06-30", "2021-07-29"],
		["P1M", "2021-07-31", "2021-08-30"],
		["P1M", "2021-01-30", "2021-02-27"],
		["P1Y", "2021-01-31", "2022-01-30"],
		["P1Y", "2026-12-01", "2027-11-30"],
		["P1Y", "2028-02-29", "2029-02-27"],
		["P3Y", "2022-07-01", "2025-06-30"],
		["P3Y", "2026-03-01", "2029-02-28"],
	] as const)("[N3] a %s from %s ends on %s", (term, start, end) => {
		expect(termEnd(day(start), term)).toBe(end);
	});

	test("[N3] the day after a term is the day on which the next one begins", () => {
		fc.assert(
			fc.property(days(), fc.constantFrom(...Term.options), (start, term) => {
				const end = termEnd(start, term);
				const next = addMonths(start, TERM_MONTHS[term]);
				expect(addDays(end, 1)).toBe(next);
				expect(end > start).toBe(true);
			}),
		);
	});
});

describe("cycleStart", () => {
	test("[N4] monthly charges of a year from 31 January stay anchored to the 31st", () => {
		const starts = Array.from({ length: 12 }, (_, index) => cycleStart(day("2021-01-31"), "monthly", index));
		expect(starts.map((start) => start.slice(5))).toEqual([
			"01-31",
			"02-28",
			"03-31",
			"04-30",
			"05-31",
			"06-30",
			"07-31",
			"08-31",
			"09-30",
			"10-31",
			"11-30",
			"12-31",
		]);
	});

	test("[N4] yearly charges of a leap day fall on 28 February", () => {
		expect(cycleStart(day("2028-02-29"), "annual", 1)).toBe("2029-02-28");
	});
});

describe("possiblePlans", () => {
	test.each(Term.options)("[N5] for %s lists no plan that is longer than the term", (term) => {
		const plans = possiblePlans(term);
		expect(plans.length).toBeGreaterThan(0);
		for (const plan of plans) expect(PLAN_MONTHS[plan]).toBeLessThanOrEqual(TERM_MONTHS[term]);
	});

	test("[N5] lists the six combinations", () => {
		expect(Term.options.map((term) => possiblePlans(term))).toEqual([
			["monthly"],
			["monthly", "annual"],
			["monthly", "annual", "triennial"],
		]);
	});
});
