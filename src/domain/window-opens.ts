import { addDays, addMonths, type Day } from "./day.ts";
import { isInWindow } from "./window.ts";

/** The first day on which an agreement is offered that ends on a day (R37); months clamp, so it is searched for. */
export function windowOpensOn(endsOn: Day): Day {
	let day = addDays(addMonths(endsOn, -6), -4);
	while (!isInWindow(endsOn, day)) day = addDays(day, 1);
	return day;
}
