import type { SubscriptionState } from "./subscription-state.ts";

/** What becomes of seats: `other` is out of this partner's reach, held by somebody else or on another path. */
export type Coverage = "committed" | "local" | "other" | "open";

/** EA seats by what becomes of them; the four parts add up to `total`. */
export type Seats = { readonly total: number } & { readonly [part in Coverage]: number };

export const NO_SEATS: Seats = { total: 0, committed: 0, local: 0, other: 0, open: 0 };

/** A refused schedule leaves its seats open; a reseller's are open, though somebody else submits for them. */
export function coverageOf(state: SubscriptionState): Coverage {
	switch (state.state) {
		case "committed":
			return "committed";
		case "waiting":
		case "draft":
			return "local";
		case "available":
		case "refused":
			return "open";
		case "ineligible":
			return state.reason === "partner-may-not-transact" ? "open" : "other";
		case "held":
		case "unsupported":
		case "public-sector":
		case "extended-term":
			return "other";
	}
}

export function addSeats(to: Seats, part: Coverage, count: number): Seats {
	return { ...to, total: to.total + count, [part]: to[part] + count };
}

export function sumSeats(a: Seats, b: Seats): Seats {
	return {
		total: a.total + b.total,
		committed: a.committed + b.committed,
		local: a.local + b.local,
		other: a.other + b.other,
		open: a.open + b.open,
	};
}

/** Parts of all seats in percent; zero of none. */
export function seatShare(seats: Seats, part: Coverage): number {
	return seats.total === 0 ? 0 : (100 * seats[part]) / seats.total;
}
