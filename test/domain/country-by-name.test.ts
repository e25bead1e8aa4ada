import { describe, expect, test } from "vitest";
import { countryByName } from "#domain/country-by-name.ts";
import { COUNTRY_ALIASES } from "#domain/policies/country-aliases.ts";
import { COUNTRY_NAMES } from "#domain/policies/country-names.ts";
import { MARKETS } from "#domain/region.ts";

describe("the table of names", () => {
	test("names every market and nothing else", () => {
		expect(Object.keys(COUNTRY_NAMES).sort()).toEqual(MARKETS.toSorted());
	});

	test("shares a word with the standard name of each country but two", () => {
		const standard = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
		const strangers = Object.entries(COUNTRY_NAMES).filter(([iso, name]) => {
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
		for (const [iso, name] of Object.entries(COUNTRY_NAMES)) {
			expect(countryByName(name), name).toBe(iso);
			expect(countryByName(iso), iso).toBe(iso);
		}
	});

	test("every alias leads to a market", () => {
		for (const [alias, iso] of Object.entries(COUNTRY_ALIASES)) {
			expect(COUNTRY_NAMES[iso], alias).toBeDefined();
			expect(countryByName(alias)).toBe(iso);
		}
	});
});
