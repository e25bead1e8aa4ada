import * as v from "valibot";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A calendar day in UTC as `YYYY-MM-DD`. Days compare by `<` as text. */
export const Day = v.pipe(v.string(), v.isoDate(), v.check(isRealDay), v.brand("Day"));
export type Day = v.InferOutput<typeof Day>;

/** An instant in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp(), v.brand("Instant"));
export type Instant = v.InferOutput<typeof Instant>;

/** `2026-02-30` has the form of a day and is none. */
function isRealDay(text: string): boolean {
	const ms = Date.parse(`${text}T00:00:00.000Z`);
	return !Number.isNaN(ms) && dayOf(ms) === text;
}

/** @throws If `text` is no calendar day: use `v.safeParse(Day, …)` for what comes from outside. */
export function day(text: string): Day {
	return v.parse(Day, text);
}

/** @param epochMs Milliseconds since 1970, as a clock gives them. */
export function dayOf(epochMs: number): Day {
	return new Date(epochMs).toISOString().slice(0, 10) as Day; // toISOString always begins with a day
}

/** @param epochMs Milliseconds since 1970, as a clock gives them. */
export function instantOf(epochMs: number): Instant {
	return new Date(epochMs).toISOString() as Instant; // the form that Instant asks for
}

/** The UTC day on which an instant lies. */
export function dayOfInstant(instant: Instant): Day {
	return instant.slice(0, 10) as Day; // an instant begins with its day
}

export function addDays(from: Day, count: number): Day {
	return dayOf(startOfDayMs(from) + count * DAY_MS);
}

/** Adds calendar months; a day that the target month lacks becomes its last day. */
export function addMonths(from: Day, count: number): Day {
	const date = new Date(startOfDayMs(from));
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
	return dayOf(Date.UTC(year, month, Math.min(date.getUTCDate(), daysOfMonth(year, month))));
}

export function endOfMonth(of: Day): Day {
	const date = new Date(startOfDayMs(of));
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	return dayOf(Date.UTC(year, month, daysOfMonth(year, month)));
}

/** @param month From 0; may lie outside of the year, as -1 is December of the year before. */
function daysOfMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** Whole days from `from` to `to`; negative if `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
	return (startOfDayMs(to) - startOfDayMs(from)) / DAY_MS;
}

/** Milliseconds since 1970 of 00:00 UTC of a day. */
export function startOfDayMs(of: Day): number {
	return Date.parse(`${of}T00:00:00.000Z`);
}
