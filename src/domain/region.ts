import type { CountryCode } from "./partner.ts";
import { CSP_REGIONS } from "./policies/csp-regions.ts";

export type CspRegion = keyof typeof CSP_REGIONS;

const regionByCountry = new Map<CountryCode, CspRegion>();

for (const [region, codes] of Object.entries(CSP_REGIONS)) {
	for (const code of codes.split(" ")) {
		regionByCountry.set(code as CountryCode, region as CspRegion); // the table's codes are two capitals
	}
}

/** Every country in which CSP is sold. */
export const MARKETS: readonly CountryCode[] = [...regionByCountry.keys()];

/** The region a country's market belongs to; `undefined` for a country in which CSP is not sold. */
export function cspRegion(country: CountryCode): CspRegion | undefined {
	return regionByCountry.get(country);
}

/** @source R22: the customer's country has to lie in the region of the partner that transacts. */
export function inSameRegion(a: CountryCode, b: CountryCode): boolean {
	const region = cspRegion(a);
	return region !== undefined && region === cspRegion(b);
}
