import { describe, expect, test } from "vitest";
import type { CountryCode } from "#domain/partner.ts";
import { CSP_REGIONS } from "#domain/policies/csp-regions.ts";
import { inSameRegion, MARKETS } from "#domain/region.ts";

const code = (text: string) => text as CountryCode;

describe("the table of regions", () => {
	test.each([
		["africa", 47],
		["asia-pacific", 18],
		["australia", 21],
		["brazil", 1],
		["canada", 2],
		["china", 1],
		["europe", 45],
		["india", 1],
		["japan", 1],
		["korea", 1],
		// The source counts 53 and names Bonaire, Saba and Sint Eustatius one by one; they share a code.
		["latin-america", 51],
		["middle-east-central-eastern-europe", 44],
		["new-zealand", 3],
		["taiwan", 1],
		["united-states", 5],
	] as const)("[R22] has in %s %d markets", (region, count) => {
		expect(CSP_REGIONS[region].split(" ")).toHaveLength(count);
	});

	test("[R22] has no country twice, and codes of two capitals only", () => {
		const codes = Object.values(CSP_REGIONS).flatMap((region) => region.split(" "));
		expect(MARKETS).toEqual(codes);
		expect(new Set(codes).size).toBe(codes.length);
		for (const one of codes) expect(one).toMatch(/^[A-Z]{2}$/);
	});
});

describe("inSameRegion", () => {
	test.each([
		["DE", "CH", true, "one European region with six currencies"],
		["DE", "GB", true, "the United Kingdom is in it"],
		["DE", "IS", true, "Iceland too"],
		["DE", "US", false, ""],
		["US", "PR", false, "Puerto Rico belongs to Latin America"],
		["US", "VI", false, "the US Virgin Islands as well"],
		["US", "GU", true, "Guam belongs to the United States"],
		["DE", "RS", false, "Serbia belongs to the Middle East and Eastern Europe"],
		["FR", "RE", false, "Réunion belongs to Africa"],
		["AU", "NZ", false, "New Zealand is its own region"],
		["US", "CA", false, "Canada is its own region"],
		["RU", "RU", false, "a country without a market is in no region, not even its own"],
		["ZZ", "DE", false, "and neither is what is no country"],
	])("[R22] %s and %s: %s %s", (a, b, expected) => {
		expect(inSameRegion(code(a), code(b))).toBe(expected);
		expect(inSameRegion(code(b), code(a))).toBe(expected);
	});
});
