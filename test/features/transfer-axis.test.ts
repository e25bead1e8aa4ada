import { expect, test } from "vitest";
import { NO_SEATS, type Seats } from "#domain/coverage.ts";
import { day } from "#domain/day.ts";
import { agreementSegments, axisMonths, placeOf } from "#features/transfers/transfer-axis.ts";
import { makeAgreement } from "../support/nouns.ts";

const today = day("2026-11-22");
const ended = makeAgreement({ endsOn: day("2026-11-14") });
const ending = makeAgreement({ endsOn: day("2027-03-31") });

function seats(parts: Partial<Seats>): Seats {
	return { ...NO_SEATS, total: 100, ...parts };
}

test("the axis is the window, both ends included", () => {
	expect(placeOf(day("2026-08-24"), today)).toBe(0);
	expect(placeOf(day("2027-05-23"), today)).toBe(100);
	expect(axisMonths(today).map((month) => month.day)).toEqual([
		"2026-09-01",
		"2026-10-01",
		"2026-11-01",
		"2026-12-01",
		"2027-01-01",
		"2027-02-01",
		"2027-03-01",
		"2027-04-01",
		"2027-05-01",
	]);
});

test("an ended agreement that nobody takes over shows the gap until its 90 days are over", () => {
	const [, gap] = agreementSegments(ended, seats({ open: 100 }), today);

	expect(gap).toEqual({
		kind: "gap",
		from: placeOf(day("2026-11-15"), today),
		to: placeOf(day("2027-02-13"), today),
	});
});

test("where nothing can be taken over, nothing is drawn behind the EA", () => {
	expect(agreementSegments(ended, seats({ other: 100 }), today).map((one) => one.kind)).toEqual(["ea-ended"]);
	expect(agreementSegments(ending, seats({ other: 100 }), today).map((one) => one.kind)).toEqual(["ea"]);
});

test.each<[string, Partial<Seats>, { done: number; local: number }]>([
	["nothing", { open: 100 }, { done: 0, local: 0 }],
	["all committed", { committed: 100 }, { done: 100, local: 0 }],
	["a small part, which still shows", { committed: 3, local: 40 }, { done: 20, local: 40 }],
	["committed and local that fill it", { committed: 90, local: 10 }, { done: 90, local: 10 }],
])("the successor's bar fills with %s", (_, parts, level) => {
	expect(agreementSegments(ending, seats(parts), today)[1]).toMatchObject({ kind: "cover", ...level });
});

test("the extended term is hatched up to its end, and beyond an end that has passed", () => {
	const inEpt = { eptStatus: "in-ept" } as const;

	expect(agreementSegments({ ...ending, ...inEpt }, NO_SEATS, today).map((one) => one.kind)).toEqual(["ept"]);
	expect(agreementSegments({ ...ended, ...inEpt }, NO_SEATS, today)).toMatchObject([
		{ kind: "ea-ended" },
		{ kind: "ept", to: 100, opensAtEnd: true },
	]);
});

test("an agreement that was renewed in the EA goes on as EA", () => {
	expect(agreementSegments({ ...ended, status: "renewed" }, NO_SEATS, today)).toMatchObject([
		{ kind: "ea", from: 0, to: 100 },
	]);
});
