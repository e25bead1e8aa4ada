import type { Catalogue, SkuKey } from "./catalogue.ts";

export type LicenceBounds = { readonly min: number; readonly max: number };

/** What holds where no offer says more; nobody has as many licences as the maximum. */
const WIDEST: LicenceBounds = { min: 1, max: 10_000_000 };

/** How many licences one subscription may have (N7, error 2002); the widest bounds for what the matrix lacks. */
export function licenceBounds(catalogue: Catalogue | undefined, sku: SkuKey | undefined): LicenceBounds {
	const offer = sku === undefined ? undefined : catalogue?.offerBySku.get(sku);
	return offer === undefined ? WIDEST : { min: offer.minLicences, max: offer.maxLicences };
}
