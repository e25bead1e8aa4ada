import type { Offer, PartMapping, Price, Promotion } from "#domain/catalogue.ts";
import type { Day } from "#domain/day.ts";
import type { CountryCode } from "#domain/partner.ts";
import type { RejectedRow } from "./rejected-row.ts";

/** What one catalogue file brings. */
export type CatalogueFile = {
	/** Markets of a price list, otherwise empty. */
	readonly markets: readonly CountryCode[];
	readonly rejected: readonly RejectedRow[];
} & (
	| { readonly kind: "offers"; readonly rows: readonly Offer[] }
	| { readonly kind: "parts"; readonly rows: readonly PartMapping[] }
	| { readonly kind: "promotions"; readonly rows: readonly Promotion[] }
	| {
			readonly kind: "prices";
			readonly rows: readonly Price[];
			/** Only what is new, changed or leaving: it is added to the market's list. */
			readonly isPreview: boolean;
			/** Last day on which the rows of a `priceKey` are sold. */
			readonly endOfSale: ReadonlyMap<string, Day>;
			/** Trials: rows without a billing plan, no error. */
			readonly trials: number;
	  }
);

/** Which price of a market a row states, whatever its days. */
export function priceKey(price: Price): string {
	const { sku, market, segment, term, billingPlan, tierMin, tierMax } = price;
	return [sku, market, segment, term, billingPlan, tierMin ?? "", tierMax ?? ""].join("/");
}
