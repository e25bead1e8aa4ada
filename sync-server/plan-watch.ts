import * as Y from "yjs";
import { agreementRecords, readAgreement } from "#document/plan/agreements.ts";
import { customerRecords, readCustomer } from "#document/plan/customers.ts";
import { revisionsOf, scheduleNodes, withdrawnOf } from "#document/plan/schedules.ts";
import type { Agreement, AgreementLine } from "#domain/agreement.ts";
import type { Customer } from "#domain/customer.ts";
import type { Role } from "#domain/partner.ts";
import type { Revision, RevisionId, ScheduleId } from "#domain/schedule.ts";
import { lineKey } from "#domain/subscription-key.ts";
import { type ActName, type NamedAct, nameAct, sortActs } from "./plan-acts.ts";

/** What one update of a plan asks of the registrar, with the plan's facts as they stood when it arrived. */
export type Arrival = {
	readonly partnerId: string;
	/** Roles of the connection that brought the update. */
	readonly roles: readonly Role[];
	/** Found in storage at the start: who brought it is not known any more. */
	readonly isRecovered?: boolean;
	/** Customers that came or changed, as far as they can be read. */
	readonly customers: readonly Customer[];
	/** Submissions and withdrawals in the order in which they were made. */
	readonly acts: readonly Act[];
};

export type Act = Submission | Withdrawn;

export type Submission = {
	readonly kind: "revisions";
	readonly scheduleId: ScheduleId;
	readonly revisionId: RevisionId;
	/** `undefined`: it cannot be read. */
	readonly revision: Revision | undefined;
	readonly withdrawn: boolean;
	readonly agreement: Agreement | undefined;
	readonly line: AgreementLine | undefined;
	readonly customer: Customer | undefined;
};

export type Withdrawn = {
	readonly kind: "withdrawn";
	readonly scheduleId: ScheduleId;
	readonly revisionId: RevisionId;
};

export type Findings = Pick<Arrival, "customers" | "acts">;

/**
 * Notes what changes in a plan as far as the registrar cares. The cost is that of the change, not of the plan.
 *
 * @returns A function that gives what came since it was last asked.
 */
export function watchPlan(plan: Y.Doc): () => Findings | undefined {
	const customerIds = new Set<string>();
	const acts: ActName[] = [];

	customerRecords(plan).observe((event) => {
		for (const id of event.keysChanged) customerIds.add(id);
	});
	scheduleNodes(plan).observeDeep((events) => {
		for (const event of events) acts.push(...touchedActs(plan, event));
	});

	return () => {
		if (customerIds.size === 0 && acts.length === 0) return undefined;
		const customers = [...customerIds].flatMap((id) => readCustomer(customerRecords(plan).get(id)) ?? []);
		const findings = { customers, acts: findActs(plan, acts) };
		customerIds.clear();
		acts.length = 0;
		return findings;
	};
}

/** Everything in a plan that the registrar could be asked about. */
export function everythingIn(plan: Y.Doc): Findings {
	const names = [...scheduleNodes(plan).keys()].flatMap((id) => actsOfSchedule(plan, id));
	const customers = [...customerRecords(plan).values()].flatMap((value) => readCustomer(value) ?? []);
	return { customers, acts: findActs(plan, names) };
}

/** An event on the root names schedules; one on a schedule may bring its maps; one on a map names revisions. */
function touchedActs(plan: Y.Doc, event: Y.YEvent<Y.AbstractType<unknown>>): readonly ActName[] {
	const [scheduleId, kind] = event.path.map(String);
	const keys = [...event.keys.keys()];
	if (scheduleId === undefined) return keys.flatMap((id) => actsOfSchedule(plan, id));
	if (kind === undefined) return keys.some(isActKind) ? actsOfSchedule(plan, scheduleId) : [];
	return isActKind(kind) ? keys.map((revisionId) => ({ scheduleId, kind, revisionId })) : [];
}

function actsOfSchedule(plan: Y.Doc, scheduleId: string): readonly ActName[] {
	const node: unknown = scheduleNodes(plan).get(scheduleId);
	if (!(node instanceof Y.Map)) return [];
	return [
		...[...revisionsOf(node).keys()].map((id) => ({
			scheduleId,
			kind: "revisions" as const,
			revisionId: id,
		})),
		...withdrawnOf(node).map((id) => ({ scheduleId, kind: "withdrawn" as const, revisionId: id })),
	];
}

function isActKind(key: string): key is ActName["kind"] {
	return key === "revisions" || key === "withdrawn";
}

function findActs(plan: Y.Doc, names: readonly ActName[]): readonly Act[] {
	// A schedule that comes whole is named by its own event and by those of its maps.
	const unique = new Map(
		names.map((name) => [JSON.stringify([name.scheduleId, name.kind, name.revisionId]), name]),
	);
	const named = [...unique.values()].flatMap((name) => nameAct(plan, name) ?? []);
	return sortActs(named).map((act) => {
		const { kind, scheduleId, revisionId } = act;
		return kind === "withdrawn" ? { kind, scheduleId, revisionId } : findSubmission(plan, act);
	});
}

function findSubmission(plan: Y.Doc, { node, scheduleId, revisionId }: NamedAct): Submission {
	const revision = revisionsOf(node).get(revisionId);
	const agreement = revision && readAgreement(agreementRecords(plan).get(revision.agreement.id));
	const line = revision && agreement?.lines.find((one) => lineKey(one) === lineKey(revision.line));
	const customer = revision && readCustomer(customerRecords(plan).get(revision.customer.id));
	const withdrawn = withdrawnOf(node).includes(revisionId);
	return { kind: "revisions", scheduleId, revisionId, revision, withdrawn, agreement, line, customer };
}
