import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLegalEndDate, legalEndDates } from "#domain/coterm.ts";
import { addDays, day, endOfMonth } from "#domain/day.ts";
import { Term } from "#domain/schedule.ts";
import { termEnd } from "#domain/term.ts";
import { days } from "../support/days.ts";

function ask(term: Term, start: string, ...ownEnds: string[]) {
	return { term, start: day(start), ownEnds: ownEnds.map(day) };
}

describe("isLegalEndDate", () => {
	test.each([
		["P3Y", "2022-07-01", "2022-10-01", "2022-10-01", true, "joins a subscription that ends in the term"],
		["P1Y", "2022-07-01", "2022-10-01", "2022-10-01", true, "joins a subscription that ends in the term"],
		["P1Y", "2022-07-15", undefined, "2023-06-30", true, "the last month end of the term"],
		["P3Y", "2022-07-15", undefined, "2025-06-30", true, "the last month end of the term"],
		["P1M", "2022-07-15", undefined, "2022-07-31", true, "the month end of the term"],
		["P1Y", "2022-07-01", undefined, "2022-10-01", false, "900242: no month end, nobody's end"],
		[
			"P1Y",
			"2022-07-01",
			"2022-10-01",
			"2023-10-01",
			false,
			"900242, D15: an anniversary of an end is no end",
		],
		["P1Y", "2022-07-01", "2022-10-01", "2022-10-02", false, "900242: a day beside an end"],
		["P1Y", "2022-07-15", undefined, "2023-07-31", false, "900245: after the first term"],
		["P1Y", "2022-07-15", "2023-07-20", "2023-07-20", false, "900245: after the first term"],
		["P1Y", "2022-07-15", "2023-07-14", "2023-07-14", true, "the full term's own end"],
		["P1Y", "2022-07-15", undefined, "2022-06-30", false, "before the start"],
		["P1Y", "2022-07-15", "2022-07-14", "2022-07-14", false, "before the start"],
		["P1Y", "2022-07-31", undefined, "2022-07-31", true, "D16: the start, which is a month end"],
		["P1M", "2022-07-15", "2022-07-27", "2022-07-27", true, "a monthly term joins the 27th"],
		["P1M", "2022-07-15", "2022-07-28", "2022-07-28", false, "900245: not the 28th"],
		["P1M", "2022-07-15", "2022-07-29", "2022-07-29", false, "900245: not the 29th"],
		["P1M", "2022-07-15", "2022-07-30", "2022-07-30", false, "900245: not the 30th"],
		["P1M", "2022-06-15", "2022-06-30", "2022-06-30", true, "but the 30th of June is its month's last day"],
		["P1M", "2022-02-15", "2022-02-28", "2022-02-28", true, "and so is the 28th of February"],
		["P1M", "2028-02-15", "2028-02-28", "2028-02-28", false, "but not in a leap year"],
		["P1M", "2028-02-15", "2028-02-29", "2028-02-29", true, "where it is the 29th"],
		["P1Y", "2022-07-15", "2022-09-28", "2022-09-28", true, "a yearly term joins any day"],
	] as const)(
		"[R51, N8, N9, N10] %s from %s beside one that ends on %s: %s is %s, %s",
		(term, start, own, end, expected, _) => {
			const question = own === undefined ? ask(term, start) : ask(term, start, own);
			expect(isLegalEndDate(question, day(end))).toBe(expected);
		},
	);
});

describe("legalEndDates", () => {
	test("[R51] without subscriptions, offers the month ends inside the term", () => {
		expect(legalEndDates(ask("P1M", "2022-07-15"))).toEqual(["2022-07-31"]);
		expect(legalEndDates(ask("P1Y", "2022-07-15"))).toHaveLength(12);
		expect(legalEndDates(ask("P1Y", "2022-07-15")).at(-1)).toBe("2023-06-30");
		expect(legalEndDates(ask("P3Y", "2022-07-15"))).toHaveLength(36);
		expect(legalEndDates(ask("P3Y", "2022-07-15")).at(-1)).toBe("2025-06-30");
	});

	test("[R51] offers the ends of own subscriptions among them, in order and once", () => {
		expect(
			legalEndDates(ask("P1M", "2022-07-15", "2022-08-05", "2022-07-20", "2022-07-31", "2022-08-05")),
		).toEqual(["2022-07-20", "2022-07-31", "2022-08-05"]);
	});

	test("[R51] leaves out what is illegal, and the full term's own end unless it is a month end", () => {
		expect(legalEndDates(ask("P1M", "2022-07-15", "2022-07-30", "2022-08-14"))).toEqual(["2022-07-31"]);
		expect(legalEndDates(ask("P1M", "2022-07-01"))).toEqual(["2022-07-31"]);
	});

	test("[R51] a monthly term from 31 January has no other month end than its start", () => {
		expect(legalEndDates(ask("P1M", "2021-01-31"))).toEqual(["2021-01-31"]);
	});

	test("[R51] offers every legal day but the full end, and no other, whatever the start", () => {
		const some = fc.array(fc.integer({ min: -40, max: 1200 }), { maxLength: 4 });
		fc.assert(
			fc.property(days(), fc.constantFrom(...Term.options), some, (start, term, offsets) => {
				const question = { start, term, ownEnds: offsets.map((offset) => addDays(start, offset)) };
				const full = termEnd(start, term);
				const offered = new Set(legalEndDates(question));
				for (let end = addDays(start, -2); end <= addDays(full, 2); end = addDays(end, 1)) {
					const isOwnFullEnd = end === full && end !== endOfMonth(end);
					expect(offered.has(end), end).toBe(isLegalEndDate(question, end) && !isOwnFullEnd);
					offered.delete(end);
				}
				expect([...offered]).toEqual([]);
			}),
			{ numRuns: 30 },
		);
	});
});
