import { addDays, addMonths, type Day, endOfMonth } from "./day.ts";
import type { Term } from "./schedule.ts";
import { TERM_MONTHS, termEnd } from "./term.ts";

/**
 * `ownEnds`: last days of the customer's active subscriptions that this partner bought itself (D14); for a yearly or
 * three-year term without those of a monthly term (N11).
 */
export type EndDateAsk = { readonly start: Day; readonly term: Term; readonly ownEnds: readonly Day[] };

/**
 * Tells whether the first term may end on a day.
 *
 * It has to lie inside the first term, and be the end of a calendar month or of one of the partner's own
 * subscriptions. A monthly term joins no subscription that ends on the 28th, 29th or 30th, unless that is the
 * month's last day.
 *
 * @source R51; N8 (error 900242), N9 and N10 (error 900245).
 */
export function isLegalEndDate(ask: EndDateAsk, endsOn: Day): boolean {
	if (endsOn < ask.start || endsOn > termEnd(ask.start, ask.term)) return false;
	if (endsOn === endOfMonth(endsOn)) return true;
	return ask.ownEnds.includes(endsOn) && !(ask.term === "P1M" && /-(28|29|30)$/.test(endsOn));
}

/**
 * The days to which the first term's end can be aligned, ascending.
 *
 * The full term's own end is what happens without alignment, so it is listed only if it is a month end.
 */
export function legalEndDates(ask: EndDateAsk): readonly Day[] {
	const full = termEnd(ask.start, ask.term);
	const days = new Set(ask.ownEnds.filter((end) => end !== full && isLegalEndDate(ask, end)));
	const firstOfMonth = addDays(endOfMonth(addMonths(ask.start, -1)), 1);
	for (let month = 0; month <= TERM_MONTHS[ask.term]; month++) {
		const end = endOfMonth(addMonths(firstOfMonth, month));
		if (end <= full) days.add(end);
	}
	return [...days].sort();
}
