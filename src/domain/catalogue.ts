import * as v from "valibot";
import { Segment } from "./agreement.ts";
import { Day } from "./day.ts";
import { CountryCode } from "./partner.ts";
import { BillingPlan, Term } from "./schedule.ts";

/** `ProductId/SkuId` in upper case, the SKU padded to four characters: `CFQ7TTC0LH18/0001`. */
export const SkuKey = v.pipe(v.string(), v.regex(/^[0-9A-Z]+\/[0-9A-Z]{4}$/), v.brand("SkuKey"));
export type SkuKey = v.InferOutput<typeof SkuKey>;

/** One row of the offer matrix: a SKU that CSP knows, sold or at end of sale (N2). */
export const Offer = v.object({
	sku: SkuKey,
	title: v.string(),
	provisioningId: v.string(),
	provisioningString: v.string(),
	/** Licences for each subscription. */
	minLicences: v.number(),
	maxLicences: v.number(),
	/** Markets in which the SKU may be had. */
	countries: v.array(CountryCode),
});
export type Offer = v.InferOutput<typeof Offer>;

/** One row of a market's price list. */
export const Price = v.object({
	sku: SkuKey,
	title: v.string(),
	market: CountryCode,
	/** ISO 4217. */
	currency: v.string(),
	segment: Segment,
	term: Term,
	billingPlan: BillingPlan,
	/** The partner's price of one licence for the whole term, in hundredths of the currency. */
	unitPrice: v.number(),
	/** Licences from which and up to which the row counts; `null` is no bound. */
	tierMin: v.nullable(v.number()),
	tierMax: v.nullable(v.number()),
	/** First and last day of validity, both inclusive. */
	from: Day,
	to: Day,
});
export type Price = v.InferOutput<typeof Price>;

/** An EA part number and the SKU that continues it in CSP. */
export const PartMapping = v.object({ partNumber: v.string(), sku: SkuKey });
export type PartMapping = v.InferOutput<typeof PartMapping>;

/** A discount on the partner price (R72, N15). */
export const Promotion = v.object({
	id: v.string(),
	name: v.string(),
	sku: SkuKey,
	segment: Segment,
	/** Empty: every market. */
	markets: v.array(CountryCode),
	term: Term,
	billingPlan: BillingPlan,
	/** Whole or fractional per cent, 15 for 15 %. */
	discountPercent: v.number(),
	from: Day,
	to: Day,
	minSeats: v.number(),
	maxSeats: v.number(),
	newToCspOnly: v.boolean(),
});
export type Promotion = v.InferOutput<typeof Promotion>;

/** What files of a catalogue there are: one of each kind, and a price list for each market and month. */
export const CatalogueKind = v.picklist(["offers", "prices", "parts", "promotions"]);
export type CatalogueKind = v.InferOutput<typeof CatalogueKind>;

/** Everything a catalogue holds, as plain rows: this is what is stored and sent. */
export const CatalogueRows = v.object({
	offers: v.array(Offer),
	prices: v.array(Price),
	parts: v.array(PartMapping),
	promotions: v.array(Promotion),
});
export type CatalogueRows = v.InferOutput<typeof CatalogueRows>;

/** The rows, ready to be asked. */
export type Catalogue = {
	readonly offerBySku: ReadonlyMap<SkuKey, Offer>;
	readonly skuByPart: ReadonlyMap<string, SkuKey>;
	/** Rows by `sku/market`; of two that overlap, the one that begins later comes first (N13). */
	readonly pricesBySkuAndMarket: ReadonlyMap<string, readonly Price[]>;
	/** Markets that have a price list at all. */
	readonly markets: ReadonlySet<CountryCode>;
	readonly promotionsBySku: ReadonlyMap<SkuKey, readonly Promotion[]>;
};

export const emptyCatalogueRows: CatalogueRows = { offers: [], prices: [], parts: [], promotions: [] };

export function makeCatalogue(rows: CatalogueRows): Catalogue {
	const prices = [...rows.prices].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
	return {
		offerBySku: new Map(rows.offers.map((offer) => [offer.sku, offer])),
		skuByPart: new Map(rows.parts.map((part) => [part.partNumber, part.sku])),
		pricesBySkuAndMarket: Map.groupBy(prices, (price) => `${price.sku}/${price.market}`),
		markets: new Set(rows.prices.map((price) => price.market)),
		promotionsBySku: Map.groupBy(rows.promotions, (promotion) => promotion.sku),
	};
}
