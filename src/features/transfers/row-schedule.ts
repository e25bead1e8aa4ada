import type { Day } from "#domain/day.ts";
import { firstCspDay } from "#domain/run.ts";
import type { Schedule, Terms } from "#domain/schedule.ts";
import { scheduleProgress } from "#domain/schedule-progress.ts";
import type { SubscriptionState } from "#domain/subscription-state.ts";
import { termEnd } from "#domain/term.ts";
import { lineSchedules } from "#session/line-state.ts";
import type { Session } from "#session/session.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";

/** The team's schedule that a row shows and edits. A draft outlives that its subscription cannot be had any more. */
export function rowSchedule(session: Session, row: SubscriptionRow): Schedule | undefined {
	const state = row.state();
	if ("schedule" in state) return state.schedule;
	if (state.state === "committed" || state.state === "available") return undefined;
	return lineSchedules(session, row.agreement, row.line).findLast(
		(schedule) => scheduleProgress(schedule, session).stage !== "closed",
	);
}

/** The terms that a row shows: what is committed or submitted stands before a draft of a change. */
export function rowTerms(session: Session, row: SubscriptionRow): Terms | undefined {
	const state = row.state();
	if (state.state === "committed") return state.commitment.terms;
	if (state.state === "waiting") return state.revision.terms;
	return rowSchedule(session, row)?.terms;
}

/** The first day of the successor in CSP. */
export function successorStart(state: SubscriptionState, eaEndsOn: Day, today: Day): Day {
	return state.state === "committed" ? state.commitment.runOn : firstCspDay(eaEndsOn, today);
}

export function lastDay(start: Day, terms: Terms): Day {
	return terms.endsOn ?? termEnd(start, terms.term);
}

/** Whether the panel has something to show or to edit for a row. */
export function isOpenable(session: Session, row: SubscriptionRow): boolean {
	return (
		canStart(row.state()) || row.state().state === "committed" || rowSchedule(session, row) !== undefined
	);
}

/** Whether a first schedule can be drafted. A reseller drafts, too; somebody else submits. */
export function canStart(state: SubscriptionState): boolean {
	if (state.state === "ineligible") return state.reason === "partner-may-not-transact";
	return state.state === "available";
}
