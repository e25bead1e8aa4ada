import {
	type Catalogue,
	type CatalogueRows,
	makeCatalogue,
	type Offer,
	type Price,
	type Promotion,
	type SkuKey,
} from "#domain/catalogue.ts";
import { day } from "#domain/day.ts";
import { CH, DE } from "./nouns.ts";

/** The SKU that continues the part number of `makeLine`. */
export const SKU = "CFQ7TTC0LFLX/0001" as SkuKey;

export function makeOffer(fields: Partial<Offer> = {}): Offer {
	return {
		sku: SKU,
		title: "Microsoft 365 E3",
		provisioningId: "05e9a617-0261-4cee-bb44-138d3ef5d965",
		provisioningString: "SPE_E3",
		minLicences: 1,
		maxLicences: 10_000_000,
		countries: [DE, CH],
		...fields,
	};
}

/** One year billed monthly in Germany at 120.00 EUR, always. */
export function makePrice(fields: Partial<Price> = {}): Price {
	return {
		sku: SKU,
		title: "Microsoft 365 E3",
		market: DE,
		currency: "EUR",
		segment: "commercial",
		term: "P1Y",
		billingPlan: "monthly",
		unitPrice: 120_00,
		tierMin: null,
		tierMax: null,
		from: day("1753-01-01"),
		to: day("9999-11-30"),
		...fields,
	};
}

/** 10 % on one year billed monthly, everywhere, for the whole of 2026 and 2027. */
export function makePromotion(id: string, fields: Partial<Promotion> = {}): Promotion {
	return {
		id,
		name: id,
		sku: SKU,
		segment: "commercial",
		markets: [],
		term: "P1Y",
		billingPlan: "monthly",
		discountPercent: 10,
		from: day("2026-01-01"),
		to: day("2027-12-31"),
		minSeats: 1,
		maxSeats: 10_000_000,
		newToCspOnly: false,
		...fields,
	};
}

/** A catalogue of one SKU, its part number and one price; `rows` replaces whole kinds. */
export function catalogueWith(rows: Partial<CatalogueRows> = {}): Catalogue {
	return makeCatalogue({
		offers: [makeOffer()],
		prices: [makePrice()],
		parts: [{ partNumber: "ZUB-92164", sku: SKU }],
		promotions: [],
		...rows,
	});
}
