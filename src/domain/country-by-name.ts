import type { CountryCode } from "./partner.ts";
import { COUNTRY_ALIASES } from "./policies/country-aliases.ts";
import { COUNTRY_NAMES } from "./policies/country-names.ts";
import { MARKETS } from "./region.ts";

const byCode = new Map<string, CountryCode>(MARKETS.map((code) => [code, code]));
const byFoldedName = new Map<string, CountryCode>();

// the codes of both tables are two capitals
for (const [code, name] of Object.entries(COUNTRY_NAMES)) byFoldedName.set(folded(name), code as CountryCode);
for (const [alias, code] of Object.entries(COUNTRY_ALIASES))
	byFoldedName.set(folded(alias), code as CountryCode);

/**
 * Reads a country as an export writes it: a code (`de`), an English name or a common other one.
 *
 * @returns `undefined` for what is no market of CSP.
 */
export function countryByName(name: string): CountryCode | undefined {
	return byCode.get(name.trim().toUpperCase()) ?? byFoldedName.get(folded(name));
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
