import * as v from "valibot";
import * as Y from "yjs";
import { readRelationship, relationshipRecords } from "#document/ledger/relationships.ts";
import { readRelease, releaseRecords, writeRelease } from "#document/ledger/releases.ts";
import { readVerdict, verdictRecords, writeVerdict } from "#document/ledger/verdicts.ts";
import { REGISTRAR } from "#document/origin.ts";
import { agreementRecords, readAgreement } from "#document/plan/agreements.ts";
import { customerRecords, readCustomer } from "#document/plan/customers.ts";
import { revisionsOf, scheduleNodes, withdrawnOf } from "#document/plan/schedules.ts";
import type { Catalogue } from "#domain/catalogue.ts";
import { instantOf } from "#domain/day.ts";
import { type Decision, decide, decideRelease } from "#domain/decide.ts";
import type { Partner, Role } from "#domain/partner.ts";
import { type Revision, RevisionId, ScheduleId } from "#domain/schedule.ts";
import { lineKey, subscriptionKey } from "#domain/subscription-key.ts";
import type { Committed, Release, Verdict } from "#domain/verdict.ts";
import { activeCommitments } from "./commitments.ts";

/** Whoever works alone may submit. */
const ROLES: readonly Role[] = ["admin-agent"];

export type LocalRegistrarOptions = {
	plan: Y.Doc;
	ledger: Y.Doc;
	partner: Partner;
	/** `undefined` as long as no offer matrix has been imported. */
	catalogue(): Catalogue | undefined;
	nowMs(): number;
};

type Submission = { scheduleId: ScheduleId; revisionId: RevisionId; revision: Revision | undefined };

/**
 * Judges a local workspace's own schedules, by the rules by which a server would.
 *
 * Looks through the whole plan at the beginning, so nothing stays without an answer; a verdict that stands is final.
 * Only one tab of a device may run it.
 *
 * @returns Stops it.
 */
export function startLocalRegistrar(options: LocalRegistrarOptions): () => void {
	const { plan, ledger, partner, nowMs } = options;
	const schedules = scheduleNodes(plan);
	const verdicts = parsed(verdictRecords(ledger), readVerdict);
	const releases = parsed(releaseRecords(ledger), readRelease);
	const active = activeCommitments(verdicts.values(), releases);
	let lastNumber = 0;
	for (const one of verdicts.values()) {
		if (one.outcome === "committed") lastNumber = Math.max(lastNumber, one.commitNumber);
	}

	judge(schedules.keys());
	schedules.observeDeep(judgeTouched);

	function judgeTouched(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
		judge(
			new Set(events.flatMap(({ path, keys }) => (path.length > 0 ? String(path[0]) : [...keys.keys()]))),
		);
	}

	/** Submissions first, in the order of their times: a withdrawal that came with its submission makes that one void. */
	function judge(ids: Iterable<string>): void {
		const touched = [...ids].flatMap((id) => readIds(id, schedules.get(id)));
		const submissions = touched.flatMap(({ id, node }) => unjudged(id, node)).sort(byTime);
		const withdrawals = touched.flatMap(({ node }) => withdrawnOf(node));
		ledger.transact(() => {
			for (const one of submissions) put(verdictOn(one));
			for (const id of withdrawals) answerWithdrawal(id);
		}, REGISTRAR);
	}

	function unjudged(scheduleId: ScheduleId, node: Y.Map<unknown>): Submission[] {
		return [...revisionsOf(node)].flatMap(([key, revision]) => {
			const id = v.safeParse(RevisionId, key);
			if (!id.success || verdictRecords(ledger).has(key)) return [];
			return [{ scheduleId, revisionId: id.output, revision }];
		});
	}

	function put(verdict: Verdict): void {
		writeVerdict(ledger, verdict);
		verdicts.set(verdict.revisionId, verdict);
		if (verdict.outcome !== "committed") return;
		active.set(verdict.subscriptionKey, verdict);
		lastNumber = Math.max(lastNumber, verdict.commitNumber);
	}

	function verdictOn({ scheduleId, revisionId, revision }: Submission): Verdict {
		const node = schedules.get(scheduleId);
		const withdrawn = node !== undefined && withdrawnOf(node).includes(revisionId);
		const judged = { scheduleId, revisionId, at: instantOf(nowMs()) };
		if (revision === undefined) {
			const unreadable = { ...judged, subscriptionKey: null, terms: null };
			return withdrawn
				? { ...unreadable, outcome: "void" }
				: { ...unreadable, outcome: "refused", reason: "illegal-terms" };
		}
		const { terms } = revision;
		const decision = decideOn(scheduleId, revision, withdrawn);
		if (decision.outcome === "void") return { ...judged, terms, subscriptionKey: null, outcome: "void" };
		if (decision.outcome === "refused") return { ...judged, terms, ...decision };
		const { subscriptionKey: key, eaEndsOn, runOn } = decision;
		const place = decision.kind === "change" ? active.get(key)?.commitNumber : undefined;
		const commitNumber = place ?? lastNumber + 1;
		const committed = { outcome: "committed", subscriptionKey: key, eaEndsOn, runOn, commitNumber } as const;
		return { ...judged, terms, ...committed, receipt: null };
	}

	function decideOn(scheduleId: ScheduleId, revision: Revision, withdrawn: boolean): Decision {
		const { customer, agreement, line } = revision;
		const planned = readAgreement(agreementRecords(plan).get(agreement.id));
		const holder = active.get(subscriptionKey(customer.tenantId, agreement, line));
		return decide(revision, {
			nowMs: nowMs(),
			withdrawn,
			roles: ROLES,
			partner,
			scheduleId,
			relationship: readRelationship(relationshipRecords(ledger).get(customer.tenantId))?.status ?? "active",
			agreement: planned,
			line: planned?.lines.find((one) => lineKey(one) === lineKey(line)),
			customer: readCustomer(customerRecords(plan).get(customer.id)),
			catalogue: options.catalogue(),
			holder: holder && { partnerId: partner.id, scheduleId: holder.scheduleId, runOn: holder.runOn },
		});
	}

	/** Cancelling means the schedule: every accepted revision of its commit is released. */
	function answerWithdrawal(revisionId: string): void {
		const verdict = verdicts.get(revisionId);
		if (verdict?.outcome !== "committed" || releases.has(revisionId)) return;
		const commit = active.get(verdict.subscriptionKey);
		if (commit?.commitNumber !== verdict.commitNumber) return;
		const at = instantOf(nowMs());
		const decision = decideRelease({ roles: ROLES, runOn: commit.runOn, nowMs: nowMs() });
		if (decision.outcome === "refused") {
			release({ revisionId: verdict.revisionId, ...decision, at, receipt: null });
			return;
		}
		active.delete(commit.subscriptionKey);
		for (const one of verdicts.values()) {
			if (!isOf(commit, one)) continue;
			release({ revisionId: one.revisionId, outcome: "released", reason: null, at, receipt: null });
		}
	}

	function release(answer: Release): void {
		writeRelease(ledger, answer);
		releases.set(answer.revisionId, answer);
	}

	return () => schedules.unobserveDeep(judgeTouched);
}

function parsed<T>(records: Y.Map<unknown>, read: (value: unknown) => T | undefined): Map<string, T> {
	const values = new Map<string, T>();
	for (const [id, record] of records) {
		const value = read(record);
		if (value !== undefined) values.set(id, value);
	}
	return values;
}

function readIds(key: string, node: unknown): { id: ScheduleId; node: Y.Map<unknown> }[] {
	const id = v.safeParse(ScheduleId, key);
	return id.success && node instanceof Y.Map ? [{ id: id.output, node }] : [];
}

function isOf(commit: Committed, verdict: Verdict): boolean {
	return verdict.outcome === "committed" && verdict.commitNumber === commit.commitNumber;
}

function byTime(a: Submission, b: Submission): number {
	const [first, second] = [a.revision?.at ?? "", b.revision?.at ?? ""];
	return first < second ? -1 : first > second ? 1 : 0;
}
