import * as v from "valibot";
import {
	discardDraft,
	draftSchedule,
	editDraft,
	submitRevision,
	withdrawRevision,
} from "#document/plan/schedules.ts";
import { type Revision, RevisionId, type Schedule, ScheduleId, type Terms } from "#domain/schedule.ts";
import { lineKey } from "#domain/subscription-key.ts";
import type { Session } from "#session/session.tsx";
import { awaitAnswer } from "./awaited.ts";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { rowSchedule } from "./row-schedule.ts";
import { formTerms, legalChoices, saveObstacle, termsAsk, withConsequences } from "./terms-form.ts";

/** Changes the draft of a row; the first change begins one. A schedule that a colleague deleted begins anew. */
export function editTerms(session: Session, row: SubscriptionRow, change: Partial<Terms>): void {
	const before = formTerms(session, row);
	const changes = withConsequences(change, before, legalChoices(session, row), termsAsk(session, row));
	const schedule = rowSchedule(session, row);
	if (schedule === undefined) beginDraft(session, row, { ...before, ...changes });
	else editDraft(session.plan, schedule.id, changes);
}

/**
 * Submits what the form shows.
 *
 * @returns `false` if it cannot be saved now.
 */
export function saveSchedule(session: Session, row: SubscriptionRow): boolean {
	const { tenantId, country, id, name } = row.customer();
	if (saveObstacle(session, row) !== undefined || tenantId === undefined || country === undefined)
		return false;
	const terms = { ...formTerms(session, row) };
	const scheduleId = rowSchedule(session, row)?.id ?? beginDraft(session, row, terms);
	const { partNumber, discriminator, description } = row.line;
	const revision: Revision = {
		id: v.parse(RevisionId, session.newId()),
		customer: { id, tenantId, name, country },
		agreement: { id: row.agreement.id, number: row.agreement.number },
		line: { partNumber, description, ...(discriminator === undefined ? {} : { discriminator }) },
		terms,
		byName: session.me().name,
		at: session.instant(),
	};
	const isSubmitted = submitRevision(session.plan, scheduleId, revision);
	if (isSubmitted) awaitAnswer(session, { kind: "commit", scheduleId, revision });
	return isSubmitted;
}

/** Takes a schedule back: a committed or submitted one is withdrawn, a mere draft goes. */
export function dropSchedule(session: Session, row: SubscriptionRow): void {
	const schedule = rowSchedule(session, row);
	const state = row.state();
	if (schedule === undefined) return;
	if (state.state === "committed") withdraw(session, schedule, state.commitment.revisionId);
	session.startStep();
	setAside(session, schedule);
}

/** Sets the draft of a committed schedule back to what is committed. */
export function dropChange(session: Session, row: SubscriptionRow): void {
	const state = row.state();
	if (state.state !== "committed" || state.schedule === undefined) return;
	session.startStep();
	editDraft(session.plan, state.schedule.id, { ...state.commitment.terms });
}

/** Makes the values of a schedule that came second a draft of a change of the one that the team has committed. */
export function takeOver(session: Session, from: Schedule, to: ScheduleId): void {
	session.startStep();
	editDraft(session.plan, to, { ...from.terms });
	setAside(session, from);
}

/** Lets a schedule rest that nobody needs any more, whatever has become of it. */
export function setAside(session: Session, schedule: Schedule): void {
	if (discardDraft(session.plan, schedule.id)) return;
	const latest = latestRevision(session, schedule);
	for (const revision of schedule.revisions) {
		const isOpen = session.verdict(revision.id) === undefined || revision.id === latest?.id;
		if (isOpen) withdraw(session, schedule, revision.id);
	}
	// a draft that says something else than what was answered last would stay a draft
	if (latest !== undefined) editDraft(session.plan, schedule.id, { ...latest.terms });
}

function beginDraft(session: Session, row: SubscriptionRow, terms: Terms): ScheduleId {
	const id = v.parse(ScheduleId, session.newId());
	session.startStep();
	draftSchedule(session.plan, {
		id,
		customerId: row.customer().id,
		agreementId: row.agreement.id,
		lineKey: lineKey(row.line),
		createdByName: session.me().name,
		createdAt: session.instant(),
		terms,
	});
	return id;
}

/** What was withdrawn already waits for its answer, unless it came from a member who may not cancel. */
function withdraw(session: Session, schedule: Schedule, id: RevisionId): void {
	if (schedule.withdrawn[id] !== undefined && session.release(id)?.reason !== "role-not-allowed") return;
	const revision = schedule.revisions.find((one) => one.id === id);
	const withdrawal = { byName: session.me().name, at: session.instant() };
	const isNew = withdrawRevision(session.plan, schedule.id, id, withdrawal);
	const isHeld = session.verdict(id)?.outcome === "committed";
	if (isNew && isHeld && revision)
		awaitAnswer(session, { kind: "release", scheduleId: schedule.id, revision });
}

/** The revision that was answered last; one without an answer is later than all. */
function latestRevision(session: Session, schedule: Schedule) {
	const at = (id: RevisionId) => session.verdict(id)?.at ?? "~";
	return schedule.revisions.reduce<Schedule["revisions"][number] | undefined>(
		(latest, one) => (latest === undefined || at(one.id) >= at(latest.id) ? one : latest),
		undefined,
	);
}
