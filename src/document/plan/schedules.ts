import * as v from "valibot";
import * as Y from "yjs";
import { BEGUN, LOCAL, SUBMITTED } from "#document/origin.ts";
import {
	Revision,
	type RevisionId,
	Schedule,
	type ScheduleId,
	Terms,
	type Withdrawal,
} from "#domain/schedule.ts";

type Node = Y.Map<unknown>;

/**
 * `plan.getMap("schedules")`: schedule id to a map with one entry for each field:
 * `customerId`, `agreementId`, `lineKey`, `createdByName`, `createdAt`, the draft's `term`, `billingPlan`,
 * `quantity`, `endsOn`, `discarded` (the terms with which it was thrown away, or `null`), and two maps that only grow: `revisions` (revision id → plain `Revision`, written once) and
 * `withdrawn` (revision id → plain `Withdrawal`).
 */
export function scheduleNodes(plan: Y.Doc): Y.Map<Node> {
	return plan.getMap("schedules");
}

export function readSchedule(node: Node, id: string): Schedule | undefined {
	const { revisions, withdrawn, ...fields } = node.toJSON();
	const read = Object.values(revisions ?? {}).map((value) => v.safeParse(Revision, value));
	const result = v.safeParse(Schedule, {
		...fields,
		id,
		terms: fields,
		revisions: read.flatMap((one) => (one.success ? [one.output] : [])).sort(byTime),
		withdrawn: withdrawn ?? {},
		unreadable: read.filter((one) => !one.success).length,
	});
	return result.success ? result.output : undefined;
}

/** The revisions of a schedule as they stand in the document, read or not: id to parsed revision or `undefined`. */
export function revisionsOf(node: Node): Map<string, Revision | undefined> {
	const revisions = node.get("revisions");
	const read = new Map<string, Revision | undefined>();
	if (!(revisions instanceof Y.Map)) return read;
	for (const [id, value] of revisions) {
		const result = v.safeParse(Revision, value);
		read.set(id, result.success && result.output.id === id ? result.output : undefined);
	}
	return read;
}

/** The ids of a schedule's withdrawn revisions. */
export function withdrawnOf(node: Node): string[] {
	const withdrawn = node.get("withdrawn");
	return withdrawn instanceof Y.Map ? [...withdrawn.keys()] : [];
}

/**
 * Begins a draft, in two transactions: the record as one that was thrown away, which is never undone, and then
 * that it was not. So undoing it throws it away, and nothing that colleagues add goes with it.
 */
export function draftSchedule(
	plan: Y.Doc,
	draft: Pick<
		Schedule,
		"id" | "customerId" | "agreementId" | "lineKey" | "createdByName" | "createdAt" | "terms"
	>,
): void {
	const { id, terms, ...fields } = draft;
	const node: Node = new Y.Map<unknown>(Object.entries({ ...fields, ...terms, discarded: terms }));
	plan.transact(() => {
		node.set("revisions", new Y.Map());
		node.set("withdrawn", new Y.Map());
		scheduleNodes(plan).set(id, node);
	}, BEGUN);
	plan.transact(() => node.set("discarded", null), LOCAL);
}

/**
 * Changes single fields of a draft; fields that others change meanwhile stay theirs.
 *
 * @returns `false` if the schedule is gone or nothing differs.
 */
export function editDraft(plan: Y.Doc, id: ScheduleId, changes: Partial<Terms>): boolean {
	const node = scheduleNodes(plan).get(id);
	const changed = Object.entries(changes).filter(([field, value]) => node?.get(field) !== value);
	if (node === undefined || changed.length === 0) return false;
	plan.transact(() => {
		for (const [field, value] of changed) node.set(field, value);
	}, LOCAL);
	return true;
}

/**
 * Submits: adds a revision, which nothing overwrites. Offline it waits.
 *
 * @returns `false` if the schedule is gone or the revision exists.
 */
export function submitRevision(plan: Y.Doc, id: ScheduleId, revision: Revision): boolean {
	const entries = scheduleNodes(plan).get(id)?.get("revisions");
	if (!(entries instanceof Y.Map) || entries.has(revision.id)) return false;
	plan.transact(() => entries.set(revision.id, revision), SUBMITTED);
	return true;
}

/**
 * Cancels a submitted revision. May be asked again: whoever may not cancel leaves it to a colleague who may.
 *
 * @returns `false` if the schedule is gone or the same withdrawal stands there.
 */
export function withdrawRevision(
	plan: Y.Doc,
	id: ScheduleId,
	revisionId: RevisionId,
	withdrawal: Withdrawal,
): boolean {
	const entries = scheduleNodes(plan).get(id)?.get("withdrawn");
	if (!(entries instanceof Y.Map)) return false;
	if (JSON.stringify(entries.get(revisionId)) === JSON.stringify(withdrawal)) return false;
	plan.transact(() => entries.set(revisionId, withdrawal), SUBMITTED);
	return true;
}

/**
 * Throws a draft away. Its record stays: a colleague may have changed or submitted it meanwhile, which brings it back.
 *
 * @returns `false` if it is gone or was submitted: then it is withdrawn instead.
 */
export function discardDraft(plan: Y.Doc, id: ScheduleId): boolean {
	const node = scheduleNodes(plan).get(id);
	if (node === undefined || revisionsOf(node).size > 0) return false;
	const terms = v.safeParse(Terms, node.toJSON());
	if (!terms.success) return false;
	plan.transact(() => node.set("discarded", terms.output), LOCAL);
	return true;
}

function byTime(a: Revision, b: Revision): number {
	return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
