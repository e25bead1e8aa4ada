import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "#domain/day.ts";
import { isInWindow } from "#domain/window.ts";
import { windowOpensOn } from "#domain/window-opens.ts";
import { days } from "../support/days.ts";

test.each([
	["2027-05-22", "2026-11-22"],
	["2027-02-28", "2026-08-28"],
	["2028-02-29", "2027-08-29"],
	["2027-08-31", "2027-03-01"],
])("[R37] an agreement that ends on %s is offered from %s on", (endsOn, opensOn) => {
	expect(windowOpensOn(day(endsOn))).toBe(opensOn);
});

test("[R37] the day before, no agreement is offered", () => {
	fc.assert(
		fc.property(days(), (endsOn) => {
			const opensOn = windowOpensOn(endsOn);
			return isInWindow(endsOn, opensOn) && !isInWindow(endsOn, addDays(opensOn, -1));
		}),
	);
});
