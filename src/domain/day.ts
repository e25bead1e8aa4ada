import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import * as v from "valibot";

// dayjs is one of the packages that this project is given: calendar arithmetic is not written again here.
dayjs.extend(utc);

/** A calendar day in UTC as `YYYY-MM-DD`. Days compare by `<` as text. */
export const Day = v.pipe(v.string(), v.isoDate(), v.check(isRealDay), v.brand("Day"));
export type Day = v.InferOutput<typeof Day>;

/** An instant in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp(), v.brand("Instant"));
export type Instant = v.InferOutput<typeof Instant>;

/** `2026-02-30` has the form of a day and is none. */
function isRealDay(text: string): boolean {
	return dayjs.utc(text).format("YYYY-MM-DD") === text;
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
	return dayjs.utc(from).add(count, "day").format("YYYY-MM-DD") as Day; // dayjs formats a real day
}

/** Adds calendar months; a day that the target month lacks becomes its last day. */
export function addMonths(from: Day, count: number): Day {
	return dayjs.utc(from).add(count, "month").format("YYYY-MM-DD") as Day; // dayjs formats a real day
}

export function endOfMonth(of: Day): Day {
	return dayjs.utc(of).endOf("month").format("YYYY-MM-DD") as Day; // dayjs formats a real day
}

/** Whole days from `from` to `to`; negative if `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
	return dayjs.utc(to).diff(dayjs.utc(from), "day");
}

/** Milliseconds since 1970 of 00:00 UTC of a day. */
export function startOfDayMs(of: Day): number {
	return Date.parse(`${of}T00:00:00.000Z`);
}
