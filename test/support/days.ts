import fc from "fast-check";
import { addDays, type Day, day } from "#domain/day.ts";

/** Any day of the years 2024 to 2031, leap days among them. */
export function days(): fc.Arbitrary<Day> {
	return fc.integer({ min: 0, max: 2921 }).map((count) => addDays(day("2024-01-01"), count));
}
