import { addDays, addMonths, type Day } from "./day.ts";

const DAYS_AFTER_END = 90;
const MONTHS_BEFORE_END = 6;

type Window = { readonly from: Day; readonly to: Day };

/** The last answer: the customers page asks for every agreement on the same day. */
let latest: { today: Day; window: Window } | undefined;

/**
 * The days on which an agreement may end so that it is offered, both inclusive.
 *
 * Months are calendar months; a day that the target month lacks becomes its last day.
 *
 * @source R37, D1
 */
export function transferWindow(today: Day): Window {
	if (latest?.today !== today) {
		const window = { from: addDays(today, -DAYS_AFTER_END), to: addMonths(today, MONTHS_BEFORE_END) };
		latest = { today, window };
	}
	return latest.window;
}

/** Tells whether an agreement that ends on a day is offered today (R37, R84). */
export function isInWindow(endsOn: Day, today: Day): boolean {
	const { from, to } = transferWindow(today);
	return from <= endsOn && endsOn <= to;
}
