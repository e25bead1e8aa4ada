import type { Segment } from "./agreement.ts";
import type { Catalogue, Price, Promotion, SkuKey } from "./catalogue.ts";
import type { Day } from "./day.ts";
import { firstTerm } from "./first-term.ts";
import type { CountryCode } from "./partner.ts";
import { bestPromotion } from "./promotion.ts";
import { type BillingPlan, Term, type Terms } from "./schedule.ts";
import { PLAN_MONTHS, possiblePlans, TERM_MONTHS, termEnd } from "./term.ts";

export type Choice = { readonly term: Term; readonly billingPlan: BillingPlan };

/** `market`: the country that is set in the customer's tenant. */
export type Product = { readonly sku: SkuKey; readonly market: CountryCode; readonly segment: Segment };

/** What a renewal costs. All amounts are in hundredths of `currency`, net of taxes. */
export type Quote = {
	readonly currency: string;
	/** One licence for one charge cycle, before the promotion. */
	readonly unitPrice: number;
	/** Charge cycles of the first term; a last one that the end date cuts short counts as one. */
	readonly cycles: number;
	/** All licences for one whole charge cycle, before the promotion. */
	readonly gross: number;
	readonly promotion: Promotion | undefined;
	readonly discount: number;
	/** All licences for one whole charge cycle: `gross − discount`. */
	readonly net: number;
	/** All licences until the first term ends, prorated where the end date is aligned. */
	readonly firstTermTotal: number;
};

const EVERY_CHOICE: readonly Choice[] = Term.options.flatMap((term) =>
	possiblePlans(term).map((billingPlan) => ({ term, billingPlan })),
);

/**
 * The terms and billing plans that may be chosen, shortest first.
 *
 * The price list says so (N6). Where it has no row on the day (no catalogue, no list of the market, SKU at end of
 * sale), every plan no longer than its term may be chosen (D17).
 *
 * @param ask `on`: the day on which the new subscription starts.
 */
export function choices(
	catalogue: Catalogue | undefined,
	ask: Omit<Product, "sku"> & { readonly sku: SkuKey | undefined; readonly on: Day },
): readonly Choice[] {
	if (catalogue === undefined || ask.sku === undefined) return EVERY_CHOICE;
	const rows = rowsOn(catalogue, { ...ask, sku: ask.sku }, ask.on);
	if (rows.length === 0) return EVERY_CHOICE;
	return EVERY_CHOICE.filter((choice) => rows.some((row) => isFor(row, choice)));
}

/**
 * Prices a schedule's first term.
 *
 * A list price is for the whole term; one cycle costs its share. As on Microsoft's invoices, the price of one
 * licence is rounded down to hundredths first and multiplied by the licences then (N12, N14).
 *
 * @param ask `start`: the day on which the new subscription starts; price and promotion are those of that day.
 * @returns `undefined` if the price list has no row for these terms.
 */
export function quote(
	catalogue: Catalogue,
	ask: Product & { readonly start: Day; readonly terms: Terms },
): Quote | undefined {
	const { start, terms } = ask;
	const row = rowsOn(catalogue, ask, start).find(
		(price) => isFor(price, terms) && isInTier(price, terms.quantity),
	);
	if (row === undefined) return undefined;
	const promotion = bestPromotion(catalogue, { ...ask, on: start });
	const fullCycles = TERM_MONTHS[terms.term] / PLAN_MONTHS[terms.billingPlan];
	const unitPrice = cyclePrice(row.unitPrice, 0, fullCycles);
	const unitNet = cyclePrice(row.unitPrice, promotion?.discountPercent ?? 0, fullCycles);
	const gross = unitPrice * terms.quantity;
	const net = unitNet * terms.quantity;
	const full = termEnd(start, terms.term);
	const lastDay = terms.endsOn !== null && terms.endsOn < full ? terms.endsOn : full;
	const { cycles, total } = firstTerm(unitNet, { start, lastDay, plan: terms.billingPlan });
	return {
		currency: row.currency,
		unitPrice,
		cycles,
		gross,
		promotion,
		discount: gross - net,
		net,
		firstTermTotal: total * terms.quantity,
	};
}

/** Rows of one product that are valid on a day; where ranges overlap, the later `from` comes first. */
function rowsOn(catalogue: Catalogue, product: Product, on: Day): readonly Price[] {
	const rows = catalogue.pricesBySkuAndMarket.get(`${product.sku}/${product.market}`) ?? [];
	return rows.filter((row) => row.segment === product.segment && row.from <= on && on <= row.to);
}

function isFor(row: Price, choice: Choice): boolean {
	return row.term === choice.term && row.billingPlan === choice.billingPlan;
}

function isInTier(row: Price, quantity: number): boolean {
	return (row.tierMin ?? 0) <= quantity && quantity <= (row.tierMax ?? Number.POSITIVE_INFINITY);
}

/** Counts in whole hundredths of a per cent: in floating point, 2.4 % off 26.25 would lose a hundredth. */
function cyclePrice(termPrice: number, discountPercent: number, cycles: number): number {
	const share = 10_000 - Math.round(discountPercent * 100);
	return Math.floor((termPrice * share) / (10_000 * cycles));
}
