import { addDays, type Day, daysBetween } from "#domain/day.ts";
import type { Session } from "#session/session.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { lastDay, rowTerms, successorStart } from "./row-schedule.ts";
import { subscriptionName } from "./subscription-name.ts";

/** Another schedule of the same customer: what an end date can be aligned with. */
export type Neighbour = {
	readonly name: string;
	readonly start: Day;
	readonly end: Day;
};

/** The customer's other scheduled subscriptions, next end first. */
export function neighboursOf(
	session: Session,
	rows: readonly SubscriptionRow[],
	row: SubscriptionRow,
): readonly Neighbour[] {
	const neighbours: Neighbour[] = [];
	for (const other of rows) {
		const terms = other.key === row.key ? undefined : rowTerms(session, other);
		if (terms === undefined) continue;
		const start = successorStart(other.state(), other.agreement.endsOn, session.today());
		neighbours.push({ name: subscriptionName(session, other.line), start, end: lastDay(start, terms) });
	}
	return neighbours.sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** Names of the neighbours that end on a day, each once. */
export function namesEndingOn(neighbours: readonly Neighbour[], end: Day): readonly string[] {
	return [...new Set(neighbours.filter((one) => one.end === end).map((one) => one.name))];
}

export type AlignmentAxis = { place(day: Day): number };

/** Shares of the full term that are drawn before the start, behind the end, and of the EA before a gap. */
const BEFORE = 0.25;
const BEHIND = 0.04;
const EA_BEFORE_GAP = 0.15;

/**
 * The axis of the little drawing, in percent: the full term, and enough before it to see the EA end.
 *
 * @param eaEnd The day after the EA subscription's last one.
 * @param fullEnd The last day of the full term.
 */
export function alignmentAxis(eaEnd: Day, start: Day, fullEnd: Day): AlignmentAxis {
	const days = daysBetween(start, addDays(fullEnd, 1));
	const before = Math.max(BEFORE, daysBetween(eaEnd, start) / days + EA_BEFORE_GAP);
	return {
		place: (day) =>
			Math.max(0, Math.min((100 * (daysBetween(start, day) / days + before)) / (1 + before + BEHIND), 100)),
	};
}
