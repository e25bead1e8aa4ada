import { describe, expect, test } from "vitest";
import { dateOrderOf, readDay } from "#domain/import/read-day.ts";

describe("readDay", () => {
	test.each([
		["2026-11-30", "2026-11-30"],
		[" 2026-1-3 ", "2026-01-03"],
		["2026-07-01T00:00:00.0000000Z", "2026-07-01"],
		["9999-11-30T23:59:59.0000000Z", "9999-11-30"],
		["1753-01-01T00:00:00.0000000Z", "1753-01-01"],
		["30.11.2026", "2026-11-30"],
		["3.4.27", "2027-04-03"],
		["11/30/2026", "2026-11-30"],
		["30/11/2026", "2026-11-30"],
		["11/30/9999 11:59:59 PM", "9999-11-30"],
		["04/04/2027", "2027-04-04"],
		["2/29/2028", "2028-02-29"],
	])("reads %s as %s", (text, day) => {
		expect(readDay(text)).toEqual({ kind: "day", day });
	});

	test.each(["", "soon", "2026-02-30", "31.04.2027", "13/13/2027", "2/30/2027", "45000", "2026-11"])(
		"reads %j as no day",
		(text) => {
			expect(readDay(text)).toEqual({ kind: "none" });
		},
	);

	test("asks where both ways give a day, unless the order is known", () => {
		expect(readDay("03/04/2027")).toEqual({
			kind: "ambiguous",
			readings: { "day-first": "2027-04-03", "month-first": "2027-03-04" },
		});
		expect(readDay("03/04/2027", "day-first")).toEqual({ kind: "day", day: "2027-04-03" });
		expect(readDay("03/04/2027", "month-first")).toEqual({ kind: "day", day: "2027-03-04" });
	});
});

describe("dateOrderOf", () => {
	test.each([
		["a day above 12 behind", ["1/2/2027", "1/31/2027"], "month-first"],
		["a day above 12 in front", ["1/2/2027", "31/1/2027"], "day-first"],
		["both", ["1/31/2027", "31/1/2027"], undefined],
		["neither", ["1/2/2027", "12/12/2027"], undefined],
		["only dots, which prove nothing about slashes", ["31.01.2027"], undefined],
	])("takes from a column with %s", (_, texts, order) => {
		expect(dateOrderOf(texts)).toBe(order);
	});
});
