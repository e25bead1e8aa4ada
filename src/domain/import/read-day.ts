import type { Day } from "#domain/day.ts";

/** How `03/04/2027` is meant: 3 April or March 4. */
export type DateOrder = "day-first" | "month-first";

export type DayReading =
	| { readonly kind: "day"; readonly day: Day }
	| { readonly kind: "ambiguous"; readonly readings: Readonly<Record<DateOrder, Day>> }
	| { readonly kind: "none" };

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:[ ,].*)?$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ ,].*)?$/;

/**
 * Reads a day as exports write it: ISO, with dots (day first), or with slashes (either way); a time behind it is left out.
 *
 * @param order Decides where both ways give a day.
 */
export function readDay(text: string, order?: DateOrder): DayReading {
	const trimmed = text.trim();
	const iso = ISO.exec(trimmed);
	if (iso !== null) return only(realDay(iso[1], iso[2], iso[3]));
	const dotted = DOTTED.exec(trimmed);
	if (dotted !== null) return only(realDay(dotted[3], dotted[2], dotted[1]));
	const slashed = SLASHED.exec(trimmed);
	if (slashed === null) return { kind: "none" };

	const dayFirst = realDay(slashed[3], slashed[2], slashed[1]);
	const monthFirst = realDay(slashed[3], slashed[1], slashed[2]);
	if (dayFirst === undefined || monthFirst === undefined) return only(dayFirst ?? monthFirst);
	if (order !== undefined) return only(order === "day-first" ? dayFirst : monthFirst);
	if (dayFirst === monthFirst) return only(dayFirst);
	return { kind: "ambiguous", readings: { "day-first": dayFirst, "month-first": monthFirst } };
}

/**
 * How a column writes its slashed days, proved by one with a number above 12.
 *
 * @returns `undefined` if nothing proves it, or the column mixes both (D38).
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
	let proved: DateOrder | undefined;
	for (const text of texts) {
		const parts = SLASHED.exec(text.trim());
		if (parts === null) continue;
		const order = Number(parts[1]) > 12 ? "day-first" : Number(parts[2]) > 12 ? "month-first" : undefined;
		if (order === undefined) continue;
		if (proved !== undefined && proved !== order) return undefined;
		proved = order;
	}
	return proved;
}

function only(day: Day | undefined): DayReading {
	return day === undefined ? { kind: "none" } : { kind: "day", day };
}

/** `30 February` has the form of a day and is none. Two digits of a year belong to this century. */
function realDay(year = "", month = "", day = ""): Day | undefined {
	const text = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const ms = Date.parse(`${text}T00:00:00.000Z`);
	const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
	return isReal ? (text as Day) : undefined; // it came through the calendar unchanged
}
