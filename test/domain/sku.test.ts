import { describe, expect, test } from "vitest";
import type { SkuKey } from "#domain/catalogue.ts";
import { licenceBounds } from "#domain/licences.ts";
import { isEndOfSale, offerFor, skuOf } from "#domain/sku.ts";
import { catalogueWith, makeOffer, makePrice, SKU } from "../support/catalogue.ts";
import { CH, DE, makeLine, US } from "../support/nouns.ts";

const OTHER = "CFQ7TTC0LH18/0001" as SkuKey;

describe("offerFor", () => {
	test("[R23, R30] finds the SKU that continues a part number, and its row of the matrix", () => {
		const catalogue = catalogueWith();
		expect(skuOf(catalogue, "ZUB-92164")).toBe(SKU);
		expect(offerFor(catalogue, makeLine(), CH)?.provisioningString).toBe("SPE_E3");
	});

	test.each([
		["a part number that the map lacks", catalogueWith(), makeLine({ partNumber: "ZZZ-00000" }), DE],
		["a SKU that the matrix lacks", catalogueWith({ offers: [] }), makeLine(), DE],
		["a market in which it may not be had", catalogueWith(), makeLine(), US],
	])("[R59] has nothing for %s", (_, catalogue, line, country) => {
		expect(offerFor(catalogue, line, country)).toBeUndefined();
	});
});

describe("isEndOfSale", () => {
	test.each([
		[false, "the price list has it", catalogueWith(), SKU, DE],
		[true, "the price list has others only", catalogueWith({ prices: [makePrice({ sku: OTHER })] }), SKU, DE],
		[false, "the market has no price list", catalogueWith(), SKU, CH],
		[false, "there is no price list at all", catalogueWith({ prices: [] }), SKU, DE],
		[false, "the matrix lacks it", catalogueWith({ offers: [] }), OTHER, DE],
		[
			false,
			"it was never sold in the market",
			catalogueWith({ prices: [makePrice({ market: US, sku: OTHER })] }),
			SKU,
			US,
		],
	])("[R23, N2] is %s if %s", (expected, _, catalogue, sku, market) => {
		expect(isEndOfSale(catalogue, sku, market)).toBe(expected);
	});

	test("[R23] does not keep a SKU from being supported", () => {
		const catalogue = catalogueWith({ prices: [makePrice({ sku: OTHER })] });
		expect(isEndOfSale(catalogue, SKU, DE)).toBe(true);
		expect(offerFor(catalogue, makeLine(), DE)).toBeDefined();
	});
});

describe("licenceBounds", () => {
	test("[N7] are those of the offer", () => {
		const catalogue = catalogueWith({ offers: [makeOffer({ minLicences: 100, maxLicences: 300 })] });
		expect(licenceBounds(catalogue, SKU)).toEqual({ min: 100, max: 300 });
	});

	test("[N7] are the widest where no offer says more", () => {
		const widest = { min: 1, max: 10_000_000 };
		expect(licenceBounds(undefined, SKU)).toEqual(widest);
		expect(licenceBounds(catalogueWith(), undefined)).toEqual(widest);
		expect(licenceBounds(catalogueWith(), OTHER)).toEqual(widest);
	});
});
