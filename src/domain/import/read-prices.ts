import type { Price } from "#domain/catalogue.ts";
import type { Day } from "#domain/day.ts";
import { type CatalogueFile, priceKey } from "./catalogue-file.ts";
import {
	type CatalogueRow,
	makeCells,
	readBillingPlan,
	readCountries,
	readListDay,
	readSku,
	readTerm,
} from "./catalogue-row.ts";
import { foldedText } from "./folded-text.ts";
import { readHundredths, readWhole } from "./read-number.ts";
import { type RejectedRow, type RejectionReason, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";
import { segmentOf } from "./words.ts";

/** Only the preview of the next month has this column (domain.md 6.1). */
const END_OF_SALE = "EndofSaleDate";

/** Reads a market's price list or its preview. Rows whose days overlap are all kept: which counts is the catalogue's business. */
export function readPrices(table: Table): CatalogueFile & { kind: "prices" } {
	const cellsOf = makeCells(table.header);
	const isPreview = table.header.some((word) => foldedText(word) === foldedText(END_OF_SALE));
	const rows: Price[] = [];
	const rejected: RejectedRow[] = [];
	const endOfSale = new Map<string, Day>();
	let trials = 0;
	for (const { row, cells } of dataRows(table)) {
		const cell = cellsOf(cells);
		const price = cell("BillingPlan").toLowerCase() === "none" ? "trial" : readPrice(cell);
		if (price === "trial") trials++;
		else if (typeof price === "string") rejected.push(rejectedRow(row, cells, { reason: price }));
		else {
			rows.push(price.price);
			if (price.soldUntil !== undefined) endOfSale.set(priceKey(price.price), price.soldUntil);
		}
	}
	const markets = [...new Set(rows.map((price) => price.market))];
	return { kind: "prices", rows, markets, isPreview, endOfSale, trials, rejected };
}

function readPrice(row: CatalogueRow): { price: Price; soldUntil: Day | undefined } | RejectionReason {
	const sku = readSku(row);
	const [market] = readCountries([row("Market")]) ?? [];
	const segment = segmentOf(row("Segment") || "commercial");
	const term = readTerm(row("TermDuration"));
	const billingPlan = readBillingPlan(row("BillingPlan"));
	const unitPrice = readHundredths(row("UnitPrice"));
	const tierMin = readBound(row("PricingTierRangeMin"));
	const tierMax = readBound(row("PricingTierRangeMax"));
	const from = readListDay(row("EffectiveStartDate"));
	const to = readListDay(row("EffectiveEndDate"));
	const soldUntil = row(END_OF_SALE) === "" ? undefined : readListDay(row(END_OF_SALE));
	if (sku === undefined) return "no-sku";
	if (market === undefined) return "unknown-market";
	if (segment === undefined) return "unknown-segment";
	if (term === undefined) return "unknown-term";
	if (billingPlan === undefined) return "unknown-plan";
	if (unitPrice === undefined || tierMin === undefined || tierMax === undefined) return "not-a-number";
	if (from === undefined || to === undefined) return "not-a-day";
	if (soldUntil === undefined && row(END_OF_SALE) !== "") return "not-a-day";
	const price = {
		sku,
		title: row("SkuTitle") || row("ProductTitle"),
		market,
		currency: row("Currency").toUpperCase(),
		segment,
		term,
		billingPlan,
		unitPrice,
		tierMin,
		tierMax,
		from,
		to: soldUntil !== undefined && soldUntil < to ? soldUntil : to,
	};
	return { price, soldUntil };
}

/** An empty cell is no bound. @returns `undefined` for what is no number. */
function readBound(text: string): number | null | undefined {
	return text === "" ? null : readWhole(text);
}
