import { describe, expect, test } from "vitest";
import type { CountryCode } from "#domain/partner.ts";
import { COUNTRY_ALIASES } from "#domain/policies/country-aliases.ts";
import { CSP_REGIONS } from "#domain/policies/csp-regions.ts";
import { countryByName, cspRegion, inSameRegion } from "#domain/region.ts";

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
		expect(Object.keys(CSP_REGIONS[region])).toHaveLength(count);
	});

	test("[R22] has no country twice, and codes of two capitals only", () => {
		const codes = Object.values(CSP_REGIONS).flatMap((names) => Object.keys(names));
		expect(new Set(codes).size).toBe(codes.length);
		for (const one of codes) expect(one).toMatch(/^[A-Z]{2}$/);
	});

	test("shares a word with the standard name of each country but two", () => {
		const standard = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
		const names = Object.values(CSP_REGIONS).flatMap((region) => Object.entries(region));
		const strangers = names.filter(([iso, name]) => {
			const known = standard.of(iso) ?? "";
			return !fold(known).some((word) => fold(name).includes(word));
		});
		expect(strangers.map(([iso]) => iso).sort()).toEqual(["BQ", "CZ"]); // Caribbean Netherlands, Czechia
	});
});

/** The words that tell countries apart. */
function fold(name: string): string[] {
	const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	return plain.split(/[^a-z]+/).filter((word) => word.length > 3 && !["island", "islands"].includes(word));
}

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

describe("countryByName", () => {
	test.each([
		["Germany", "DE"],
		["  germany ", "DE"],
		["GERMANY", "DE"],
		["Deutschland", "DE"],
		["de", "DE"],
		["United States", "US"],
		["United States of America", "US"],
		["USA", "US"],
		["U.S.A.", "US"],
		["United Kingdom", "GB"],
		["UK", "GB"],
		["Österreich", "AT"],
		["Oesterreich", "AT"],
		["Switzerland", "CH"],
		["The Netherlands", "NL"],
		["Czechia", "CZ"],
		["Czech Republic", "CZ"],
		["Côte d’Ivoire", "CI"],
		["Ivory Coast", "CI"],
		["Curacao", "CW"],
		["Korea", "KR"],
		["South Korea", "KR"],
		["Turkey", "TR"],
		["Türkiye", "TR"],
		["Trinidad & Tobago", "TT"],
		["Hong Kong", "HK"],
		["Swaziland", "SZ"],
		["St. Lucia", "LC"],
		["Bosnia and Herzegovina", "BA"],
		["Atlantis", undefined],
		["", undefined],
		["Russia", undefined],
	])("reads %j as %s", (name, expected) => {
		expect(countryByName(name)).toBe(expected);
	});

	test("reads the name and the code of every market", () => {
		for (const [iso, name] of Object.values(CSP_REGIONS).flatMap((region) => Object.entries(region))) {
			expect(countryByName(name), name).toBe(iso);
			expect(countryByName(iso), iso).toBe(iso);
		}
	});

	test("every alias leads to a market", () => {
		for (const [alias, iso] of Object.entries(COUNTRY_ALIASES)) {
			expect(cspRegion(code(iso)), alias).toBeDefined();
			expect(countryByName(alias)).toBe(iso);
		}
	});
});
