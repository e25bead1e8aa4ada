import type { Catalogue, CatalogueRows } from "#domain/catalogue.ts";

/** The rows from which a catalogue was made, in no particular order. */
export function catalogueRows(catalogue: Catalogue): CatalogueRows {
	return {
		offers: [...catalogue.offerBySku.values()],
		prices: [...catalogue.pricesBySkuAndMarket.values()].flat(),
		parts: [...catalogue.skuByPart].map(([partNumber, sku]) => ({ partNumber, sku })),
		promotions: [...catalogue.promotionsBySku.values()].flat(),
	};
}
