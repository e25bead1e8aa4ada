import type { Promotion } from "#domain/catalogue.ts";
import {
	type CatalogueRow,
	readBillingPlan,
	readCountries,
	readListDay,
	readSku,
	readTerm,
} from "./catalogue-row.ts";
import { readHundredths, readWhole } from "./read-number.ts";
import { NO_MAXIMUM } from "./read-offer.ts";
import type { RejectionReason } from "./rejected-row.ts";
import { segmentOf } from "./words.ts";

/** Reads a promotion (R72), or why the row is none. Markets `*` are all. */
export function readPromotion(row: CatalogueRow): Promotion | RejectionReason {
	const sku = readSku(row);
	const segment = segmentOf(row("Segment") || "commercial");
	const markets = row("Markets") === "*" ? [] : readCountries(row("Markets").split(/[;,\s]+/));
	const term = readTerm(row("TermDuration"));
	const billingPlan = readBillingPlan(row("BillingPlan"));
	const hundredthPercent = readHundredths(row("DiscountPercent"));
	const from = readListDay(row("StartDate"));
	const to = readListDay(row("EndDate"));
	const minSeats = readWhole(row("MinSeats") || "1");
	const maxSeats = readWhole(row("MaxSeats") || String(NO_MAXIMUM));
	if (sku === undefined) return "no-sku";
	if (segment === undefined) return "unknown-segment";
	if (markets === undefined) return "unknown-market";
	if (term === undefined) return "unknown-term";
	if (billingPlan === undefined) return "unknown-plan";
	if (hundredthPercent === undefined || minSeats === undefined || maxSeats === undefined)
		return "not-a-number";
	if (from === undefined || to === undefined) return "not-a-day";
	return {
		id: row("PromotionId"),
		name: row("Name"),
		sku,
		segment,
		markets,
		term,
		billingPlan,
		discountPercent: hundredthPercent / 100,
		from,
		to,
		minSeats,
		maxSeats,
		newToCspOnly: /^(true|yes|1|ja)$/i.test(row("NewToCspOnly")),
	};
}
