import type { CatalogueKind } from "#domain/catalogue.ts";
import { foldedText } from "./folded-text.ts";

/** Columns by which a catalogue file shows what it is (domain.md 6.1, 6.2). */
const SIGNS: Readonly<Record<CatalogueKind, readonly string[]>> = {
	promotions: ["PromotionId", "ProductId", "SkuId", "TermDuration", "BillingPlan", "StartDate", "EndDate"],
	prices: ["ProductId", "SkuId", "TermDuration", "BillingPlan", "Market", "Currency", "UnitPrice"],
	offers: ["ProductId", "SkuId", "ProvisioningId", "ProvisioningString", "AllowedCountries"],
	parts: ["PartNumber", "ProductId", "SkuId"],
};

/** @returns `undefined` if the header is that of no catalogue file. */
export function catalogueKind(header: readonly string[]): CatalogueKind | undefined {
	const words = new Set(header.map(foldedText));
	const kinds = Object.keys(SIGNS) as CatalogueKind[]; // the record has exactly these keys
	return kinds.find((kind) => SIGNS[kind].every((sign) => words.has(foldedText(sign))));
}
