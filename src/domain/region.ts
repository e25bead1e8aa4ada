import type { CountryCode } from "./partner.ts";
import { COUNTRY_ALIASES } from "./policies/country-aliases.ts";
import { CSP_REGIONS } from "./policies/csp-regions.ts";

export type CspRegion = keyof typeof CSP_REGIONS;

const regionByCountry = new Map<string, CspRegion>();
const countryByFoldedName = new Map<string, CountryCode>();

for (const [region, names] of Object.entries(CSP_REGIONS)) {
	for (const [code, name] of Object.entries(names)) {
		regionByCountry.set(code, region as CspRegion); // a key of the table
		countryByFoldedName.set(folded(name), code as CountryCode); // the table's codes are two capitals
	}
}
for (const [alias, code] of Object.entries(COUNTRY_ALIASES)) {
	countryByFoldedName.set(folded(alias), code as CountryCode); // the table's codes are two capitals
}

/** The region a country's market belongs to; `undefined` for a country in which CSP is not sold. */
export function cspRegion(country: CountryCode): CspRegion | undefined {
	return regionByCountry.get(country);
}

/** @source R22: the customer's country has to lie in the region of the partner that transacts. */
export function inSameRegion(a: CountryCode, b: CountryCode): boolean {
	const region = cspRegion(a);
	return region !== undefined && region === cspRegion(b);
}

/**
 * Reads a country as an export writes it: a code (`de`), an English name or a common other one.
 *
 * @returns `undefined` for what is no market of CSP.
 */
export function countryByName(name: string): CountryCode | undefined {
	const code = name.trim().toUpperCase();
	if (regionByCountry.has(code)) return code as CountryCode; // a key of the table
	return countryByFoldedName.get(folded(name));
}

/** Case, accents, points, blanks, `&` and `St` do not tell countries apart. */
function folded(name: string): string {
	const plain = name
		.normalize("NFD")
		.replace(/[\p{M}.]/gu, "")
		.replaceAll("&", " and ")
		.replaceAll("’", "'");
	return plain.toLowerCase().replace(/\s+/g, " ").trim().replace(/^st /, "saint ");
}
