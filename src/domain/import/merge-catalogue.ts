import type { CatalogueRows, Price } from "#domain/catalogue.ts";
import { type CatalogueFile, priceKey } from "./catalogue-file.ts";

/**
 * Adds a file to a catalogue. A price list replaces the rows of its markets, a preview adds to them; each of the other
 * files replaces all rows of its kind.
 *
 * @source N24, D46
 */
export function mergeCatalogue(rows: CatalogueRows, file: CatalogueFile): CatalogueRows {
	switch (file.kind) {
		case "offers":
			return { ...rows, offers: [...file.rows] };
		case "parts":
			return { ...rows, parts: [...file.rows] };
		case "promotions":
			return { ...rows, promotions: [...file.rows] };
		case "prices":
			return {
				...rows,
				prices: file.isPreview ? addPreview(rows.prices, file) : replaceMarkets(rows.prices, file),
			};
	}
}

type PriceFile = Extract<CatalogueFile, { kind: "prices" }>;

function replaceMarkets(prices: readonly Price[], file: PriceFile): Price[] {
	const markets = new Set(file.markets);
	return [...prices.filter((price) => !markets.has(price.market)), ...file.rows];
}

/** A row with the same key and first day is replaced; what leaves is cut at its end of sale; the rest stays. */
function addPreview(prices: readonly Price[], file: PriceFile): Price[] {
	const rowKey = (price: Price) => `${priceKey(price)}/${price.from}`;
	const brought = new Set(file.rows.map(rowKey));
	const kept = prices
		.filter((price) => !brought.has(rowKey(price)))
		.map((price) => {
			const last = file.endOfSale.get(priceKey(price));
			return last !== undefined && last < price.to ? { ...price, to: last } : price;
		});
	return [...kept, ...file.rows];
}
