import { describe, expect, test } from "vitest";
import { readHundredths, readWhole } from "#domain/import/read-number.ts";

describe("readWhole", () => {
	test.each([
		["467", 467],
		["'467", 467],
		["'1.250", 1250],
		["1,250", 1250],
		["1'250", 1250],
		["1 250", 1250],
		["1.250.000", 1250000],
		["40,0", 40],
		["40.00", 40],
		["0", 0],
		["-0", 0],
		["-25", -25],
		["−25", -25],
		["25-", -25],
		["(25)", -25],
	])("reads %s as %d", (text, value) => {
		expect(readWhole(text)).toBe(value);
	});

	test.each(["", "many", "5.5", "1.25", "1.2500", "1,2,3", "1e3", "0x10", "99999999999999999"])(
		"reads %j as no whole number",
		(text) => {
			expect(readWhole(text)).toBeUndefined();
		},
	);
});

describe("readHundredths", () => {
	test.each([
		["58.89", 5889],
		["58,89", 5889],
		["68.4", 6840],
		["114", 11400],
		["1,058.9", 105890],
		["1.058,90", 105890],
		["1.005", 101],
		["0", 0],
	])("reads %s as %d", (text, value) => {
		expect(readHundredths(text)).toBe(value);
	});

	test.each(["", "free", "1.2.3,4,5x"])("reads %j as no amount", (text) => {
		expect(readHundredths(text)).toBeUndefined();
	});
});
