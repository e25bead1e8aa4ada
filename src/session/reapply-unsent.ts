import * as v from "valibot";
import * as Y from "yjs";
import { agreementRecords, putAgreement, readAgreement } from "#document/plan/agreements.ts";
import { customerRecords, putCustomer, readCustomer } from "#document/plan/customers.ts";
import {
	discardDraft,
	draftSchedule,
	editDraft,
	readSchedule,
	scheduleNodes,
	submitRevision,
	withdrawRevision,
} from "#document/plan/schedules.ts";
import { RevisionId, type Schedule, type Terms } from "#domain/schedule.ts";
import { isFieldUnsent, unsentRecords } from "#sync/unsent.ts";

/**
 * Does again, as fresh edits on the server's plan, what a device had done and the server does not have.
 *
 * Record by record and field by field, and only what can be read: what no plan may hold stays behind, deletions too.
 * Doing it twice changes nothing.
 *
 * @param from The device's plan as it was.
 * @param durable What of it the server had: Yjs client id to clock.
 * @param to The plan as the server has it now.
 */
export function reapplyUnsent(from: Y.Doc, durable: ReadonlyMap<number, number>, to: Y.Doc): void {
	// Named before they are looked for: Yjs puts another object in a root's place when it is first asked for by type.
	const [customers, agreements, schedules] = [
		customerRecords(from),
		agreementRecords(from),
		scheduleNodes(from),
	];
	const unsent = unsentRecords(from, durable);
	for (const key of unsent.get(customers) ?? []) {
		const customer = readCustomer(customers.get(key));
		if (customer?.id === key) putCustomer(to, customer);
	}
	for (const key of unsent.get(agreements) ?? []) {
		const agreement = readAgreement(agreements.get(key));
		if (agreement?.id === key) putAgreement(to, agreement);
	}
	for (const key of unsent.get(schedules) ?? []) {
		const node: unknown = schedules.get(key);
		const schedule = node instanceof Y.Map ? readSchedule(node, key) : undefined;
		if (node instanceof Y.Map && schedule !== undefined) reapplySchedule(node, schedule, durable, to);
	}
}

const FIELDS = ["term", "billingPlan", "quantity", "endsOn"] as const satisfies (keyof Terms)[];

function reapplySchedule(
	node: Y.Map<unknown>,
	schedule: Schedule,
	durable: ReadonlyMap<number, number>,
	to: Y.Doc,
): void {
	const { id, terms } = schedule;
	if (!scheduleNodes(to).has(id)) draftSchedule(to, schedule);
	const typed = FIELDS.filter((field) => isFieldUnsent(node, field, durable));
	editDraft(to, id, Object.fromEntries(typed.map((field) => [field, terms[field]])));
	for (const revision of schedule.revisions) submitRevision(to, id, revision);
	for (const [key, withdrawal] of Object.entries(schedule.withdrawn)) {
		const revisionId = v.safeParse(RevisionId, key);
		if (revisionId.success) withdrawRevision(to, id, revisionId.output, withdrawal);
	}
	if (schedule.discarded !== null && isFieldUnsent(node, "discarded", durable)) discardDraft(to, id);
}
