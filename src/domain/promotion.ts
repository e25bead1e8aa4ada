import type { Segment } from "./agreement.ts";
import type { Catalogue, Promotion, SkuKey } from "./catalogue.ts";
import type { Day } from "./day.ts";
import type { CountryCode } from "./partner.ts";
import type { Terms } from "./schedule.ts";

type PromotionAsk = {
	readonly sku: SkuKey;
	readonly market: CountryCode;
	readonly segment: Segment;
	readonly on: Day;
	readonly terms: Terms;
};

/**
 * The promotion with the highest discount among those that apply on a day (R72); ties go to the smaller id.
 *
 * Promotions for SKUs new to CSP apply as well: an EA renewal is its subscription's first term in CSP. Seat
 * limits are compared with this schedule's licences; what other partners sold to the customer is not known.
 */
export function bestPromotion(catalogue: Catalogue, ask: PromotionAsk): Promotion | undefined {
	let best: Promotion | undefined;
	for (const promotion of catalogue.promotionsBySku.get(ask.sku) ?? []) {
		if (applies(promotion, ask) && (best === undefined || isBetter(promotion, best))) best = promotion;
	}
	return best;
}

function applies(promotion: Promotion, { market, segment, on, terms }: PromotionAsk): boolean {
	return (
		promotion.segment === segment &&
		(promotion.markets.length === 0 || promotion.markets.includes(market)) &&
		promotion.term === terms.term &&
		promotion.billingPlan === terms.billingPlan &&
		promotion.from <= on &&
		on <= promotion.to &&
		promotion.minSeats <= terms.quantity &&
		terms.quantity <= promotion.maxSeats
	);
}

function isBetter(one: Promotion, other: Promotion): boolean {
	if (one.discountPercent !== other.discountPercent) return one.discountPercent > other.discountPercent;
	return one.id < other.id;
}
