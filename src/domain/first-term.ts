import { addDays, addMonths, type Day, daysBetween } from "./day.ts";
import type { BillingPlan } from "./schedule.ts";
import { cycleStart, PLAN_MONTHS } from "./term.ts";

type FirstTerm = { readonly start: Day; readonly lastDay: Day; readonly plan: BillingPlan };

/**
 * The charges of a first term, which an aligned end date may cut short.
 *
 * Only the last cycle can be cut. If it is cut after whole months, those months are charged, otherwise its days
 * out of the days that the whole cycle has; rounded down.
 *
 * @param cyclePrice The price of one whole charge cycle, in hundredths.
 * @returns How many cycles are charged, and the sum of their charges in hundredths.
 * @source D21; documented is only that the first term is prorated (N16).
 */
export function firstTerm(
	cyclePrice: number,
	{ start, lastDay, plan }: FirstTerm,
): { cycles: number; total: number } {
	const after = addDays(lastDay, 1);
	let whole = 0;
	while (cycleStart(start, plan, whole + 1) <= after) whole++;
	const from = cycleStart(start, plan, whole);
	if (from >= after) return { cycles: whole, total: whole * cyclePrice };

	const months = PLAN_MONTHS[plan];
	for (let month = 1; month < months; month++) {
		if (addMonths(start, whole * months + month) !== after) continue;
		return { cycles: whole + 1, total: whole * cyclePrice + Math.floor((cyclePrice * month) / months) };
	}
	const days = daysBetween(from, after);
	const cycleDays = daysBetween(from, cycleStart(start, plan, whole + 1));
	return {
		cycles: whole + 1,
		total: whole * cyclePrice + Math.floor((cyclePrice * days) / cycleDays),
	};
}
