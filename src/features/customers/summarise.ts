import type { Agreement, AgreementLine } from "#domain/agreement.ts";
import { addSeats, coverageOf, NO_SEATS, type Seats, sumSeats } from "#domain/coverage.ts";
import type { Day } from "#domain/day.ts";
import { isInExtendedTerm } from "#domain/eligibility.ts";
import type { SubscriptionState } from "#domain/subscription-state.ts";
import { isInWindow } from "#domain/window.ts";

/** Agreements of one customer that can still be handed over, next end first; renewed ones need nobody. */
export function agreementsInWindow(agreements: readonly Agreement[], today: Day): readonly Agreement[] {
	const inWindow = agreements.filter((one) => one.status !== "renewed" && isInWindow(one.endsOn, today));
	return inWindow.length < 2 ? inWindow : inWindow.sort(byEnd);
}

function byEnd(a: Agreement, b: Agreement): number {
	if (a.endsOn !== b.endsOn) return a.endsOn < b.endsOn ? -1 : 1;
	return a.number < b.number ? -1 : 1;
}

/** One tick of the small axis: its day, and how far its seats are. */
export type EndMark = {
	readonly agreement: Agreement;
	/** `done`: nothing is open; `none`: nothing is scheduled; `other`: nothing can be. */
	readonly level: "done" | "part" | "none" | "other";
};

/** What the row of a customer says. */
export type Summary = {
	readonly marks: readonly EndMark[];
	readonly seats: Seats;
	/** A schedule was refused and waits for somebody. */
	readonly refused: boolean;
};

type StateOf = (agreement: Agreement, line: AgreementLine) => SubscriptionState;

/** Adds up a customer's agreements in the window by the states of their EA subscriptions. */
export function summarise(agreements: readonly Agreement[], stateOf: StateOf): Summary {
	const marks: EndMark[] = [];
	let seats = NO_SEATS;
	let refused = false;
	for (const agreement of agreements) {
		const own = summariseAgreement(agreement, stateOf);
		marks.push({ agreement, level: levelOf(agreement, own.seats) });
		seats = sumSeats(seats, own.seats);
		refused ||= own.refused;
	}
	return { marks, seats, refused };
}

/** Seats of one agreement, and whether one of its schedules was refused. */
export function summariseAgreement(
	agreement: Agreement,
	stateOf: StateOf,
): { readonly seats: Seats; readonly refused: boolean } {
	let seats = NO_SEATS;
	let refused = false;
	for (const line of agreement.lines) {
		const state = stateOf(agreement, line);
		seats = addSeats(seats, coverageOf(state), line.quantity);
		refused ||= state.state === "refused";
	}
	return { seats, refused };
}

function levelOf(agreement: Agreement, seats: Seats): EndMark["level"] {
	if (isInExtendedTerm(agreement)) return "other";
	if (seats.open === 0 && seats.local === 0) return seats.committed > 0 ? "done" : "other";
	return seats.committed + seats.local > 0 ? "part" : "none";
}
