import * as v from "valibot";
import { addDays, type Day } from "#domain/day.ts";
import { CountryCode } from "#domain/partner.ts";
import type { CustomerEntry, Standing } from "./create-customer-list.ts";
import type { Tally } from "./create-tally.ts";

export const View = v.picklist(["all", "action", "soon"]);
export type View = v.InferOutput<typeof View>;

const SOON_DAYS = 30;

const STANDINGS = [
	"active",
	"requested",
	"expired",
	"none",
	"unchecked",
	"other-region",
	"tenant-unknown",
] as const satisfies readonly Standing[];

/** View and filters as they stand in the address; what does not parse is not set. */
export const CustomerFilter = v.object({
	view: v.fallback(View, "all"),
	relationship: v.fallback(v.optional(v.picklist(STANDINGS)), undefined),
	country: v.fallback(v.optional(CountryCode), undefined),
});
export type CustomerFilter = v.InferOutput<typeof CustomerFilter>;

/** Tells whose agreements end within 30 days from today. */
function endsSoon(today: Day): (entry: CustomerEntry) => boolean {
	const last = addDays(today, SOON_DAYS);
	return (entry) => entry.ending.some((agreement) => today <= agreement.endsOn && agreement.endsOn <= last);
}

/** The customers of one view, by what the tabs count. */
export function inView(
	entries: readonly CustomerEntry[],
	view: View,
	known: { readonly today: Day; readonly tally: Tally | undefined },
): readonly CustomerEntry[] {
	if (view === "action") return entries.filter((entry) => known.tally?.has(entry.customer.id) ?? false);
	if (view === "soon") return entries.filter(endsSoon(known.today));
	return entries;
}

/** @param text As typed: every word has to occur in name or domain. */
export function matching(
	entries: readonly CustomerEntry[],
	filter: Pick<CustomerFilter, "relationship" | "country">,
	text: string,
): readonly CustomerEntry[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return entries.filter(
		(entry) =>
			(filter.relationship === undefined || entry.standing === filter.relationship) &&
			(filter.country === undefined || entry.customer.country === filter.country) &&
			words.every((word) => entry.searchText.includes(word)),
	);
}
