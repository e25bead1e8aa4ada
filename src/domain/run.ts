import { addDays, type Day, startOfDayMs } from "./day.ts";

/** The first day after an EA subscription's end, on which its successor starts (R26). */
export function cspStart(endsOn: Day): Day {
	return addDays(endsOn, 1);
}

/**
 * The day whose 00:00 UTC starts the run.
 *
 * @param committedOn The UTC day on which the server commits.
 * @source R53 and R80 up to the end day; R56 after it.
 */
export function runOn(eaEndsOn: Day, committedOn: Day): Day {
	return addDays(committedOn <= eaEndsOn ? eaEndsOn : committedOn, 1);
}

/** The first day of the new subscription: nothing is created before the run, so a late one starts with it (D8). */
export function firstCspDay(eaEndsOn: Day, committedOn: Day): Day {
	return runOn(eaEndsOn, committedOn);
}

/** The last whole UTC day on which a schedule can be changed or cancelled (R52, R88). */
export function lastEditDay(runOn: Day): Day {
	return addDays(runOn, -1);
}

/** @param nowMs Milliseconds since 1970. */
export function hasRunBegun(runOn: Day, nowMs: number): boolean {
	return nowMs >= startOfDayMs(runOn);
}

/**
 * Hours within which the renewal is done.
 *
 * @returns 72 from the run's start (R54, R79), or 96 from the commit for what was committed after the end (R82).
 */
export function runHours(eaEndsOn: Day, committedOn: Day): 72 | 96 {
	return committedOn <= eaEndsOn ? 72 : 96;
}
