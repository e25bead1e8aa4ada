import { addDays, addMonths, type Day } from "./day.ts";
import type { BillingPlan, Term } from "./schedule.ts";

export const TERM_MONTHS: Readonly<Record<Term, number>> = { P1M: 1, P1Y: 12, P3Y: 36 };

/** Months between two charges. */
export const PLAN_MONTHS: Readonly<Record<BillingPlan, number>> = { monthly: 1, annual: 12, triennial: 36 };

const POSSIBLE_PLANS: Readonly<Record<Term, readonly BillingPlan[]>> = {
	P1M: ["monthly"],
	P1Y: ["monthly", "annual"],
	P3Y: ["monthly", "annual", "triennial"],
};

/**
 * The last day of a full term, inclusive.
 *
 * @source N3: start plus the months, clamped to the month's length, less a day.
 */
export function termEnd(start: Day, term: Term): Day {
	return addDays(addMonths(start, TERM_MONTHS[term]), -1);
}

/** The plans no longer than the term: the outer bound, inside which the price list decides (N5, N6). */
export function possiblePlans(term: Term): readonly BillingPlan[] {
	return POSSIBLE_PLANS[term];
}

/**
 * The day on which a charge cycle begins.
 *
 * Cycles stay anchored to the first day of the term: 31 January, 28 February, 31 March (N4).
 *
 * @param index From 0.
 */
export function cycleStart(start: Day, plan: BillingPlan, index: number): Day {
	return addMonths(start, PLAN_MONTHS[plan] * index);
}
