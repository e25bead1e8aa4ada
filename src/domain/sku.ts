import type { AgreementLine } from "./agreement.ts";
import type { Catalogue, Offer, SkuKey } from "./catalogue.ts";
import type { CountryCode } from "./partner.ts";

/** The SKU that continues an EA part number in CSP (R23, R30). */
export function skuOf(catalogue: Catalogue, partNumber: string): SkuKey | undefined {
	return catalogue.skuByPart.get(partNumber);
}

/**
 * The row of the offer matrix with which an EA subscription continues.
 *
 * @param country The country that is set in the customer's tenant.
 * @returns `undefined` if CSP does not have the SKU in that market (R59).
 */
export function offerFor(
	catalogue: Catalogue,
	line: Pick<AgreementLine, "partNumber">,
	country: CountryCode,
): Offer | undefined {
	const sku = skuOf(catalogue, line.partNumber);
	const offer = sku === undefined ? undefined : catalogue.offerBySku.get(sku);
	return offer?.countries.includes(country) ? offer : undefined;
}

/**
 * Tells whether a SKU is no longer sold in a market, and yet renewable by channel transfer (R23, N2).
 *
 * The matrix keeps such a SKU for the market while the price list has dropped it. Without a price list of the market
 * nobody knows.
 */
export function isEndOfSale(catalogue: Catalogue, sku: SkuKey, market: CountryCode): boolean {
	const isPriced = catalogue.pricesBySkuAndMarket.has(`${sku}/${market}`);
	const isOffered = catalogue.offerBySku.get(sku)?.countries.includes(market) ?? false;
	return isOffered && catalogue.markets.has(market) && !isPriced;
}
