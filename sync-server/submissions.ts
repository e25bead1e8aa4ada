import { writeVerdict } from "#document/ledger/verdicts.ts";
import { instantOf } from "#domain/day.ts";
import { type Decision, decide } from "#domain/decide.ts";
import type { Revision } from "#domain/schedule.ts";
import { subscriptionKey } from "#domain/subscription-key.ts";
import type { Verdict } from "#domain/verdict.ts";
import { appendToChain } from "./chain.ts";
import type { Docket } from "./docket.ts";
import type { Arrival, Submission } from "./plan-watch.ts";
import { announceHold, relationshipWith } from "./relationships.ts";
import type { StoredCommit } from "./storage/storage.ts";

/** Gives a submitted revision its final verdict. One that has a verdict keeps it, whatever the plan says now. */
export async function judgeSubmission(docket: Docket, from: Arrival, act: Submission): Promise<void> {
	const { tx, tell } = docket;
	const { partnerId } = from;
	if ((await tx.verdict(partnerId, act.revisionId)) !== undefined) return;
	const verdict = await findVerdict(docket, from, act);
	await tx.addVerdict({ partnerId, verdict });
	tell(partnerId, (ledger) => writeVerdict(ledger, verdict));
}

async function findVerdict(docket: Docket, from: Arrival, act: Submission): Promise<Verdict> {
	const { revision, revisionId, scheduleId } = act;
	const at = instantOf(docket.nowMs);
	const unnamed = { revisionId, scheduleId, at, subscriptionKey: null };
	if (revision === undefined)
		return act.withdrawn
			? { ...unnamed, terms: null, outcome: "void" }
			: { ...unnamed, terms: null, outcome: "refused", reason: "illegal-terms" };
	const { terms } = revision;
	const { decision, holder } = await decideWithFacts(docket, from, act, revision);
	if (decision.outcome === "void") return { ...unnamed, terms, outcome: "void" };
	if (decision.outcome === "refused") return { ...unnamed, terms, ...decision };
	return commit(docket, from, { act, revision, decision, holder });
}

async function decideWithFacts(docket: Docket, from: Arrival, act: Submission, revision: Revision) {
	const { tx, nowMs, catalogue } = docket;
	const partner = await tx.partner(from.partnerId);
	if (partner === undefined) throw new Error(`The partner ${from.partnerId} of a plan is unknown.`);
	const { tenantId } = revision.customer;
	const relationship = await relationshipWith(tx, partner.id, tenantId);
	const holder = await tx.activeCommit(subscriptionKey(tenantId, revision.agreement, revision.line));
	const { withdrawn, scheduleId, agreement, line, customer } = act;
	const asked = { withdrawn, scheduleId, agreement, line, customer, roles: from.roles };
	const decision = decide(revision, { ...asked, nowMs, partner, relationship, catalogue, holder });
	return { decision, holder };
}

type Accepted = {
	readonly act: Submission;
	readonly revision: Revision;
	readonly decision: Extract<Decision, { outcome: "committed" }>;
	readonly holder: StoredCommit | undefined;
};

/** A change takes its schedule's place over; anything else gets the next place in the order. */
async function commit(docket: Docket, { partnerId }: Arrival, accepted: Accepted): Promise<Verdict> {
	const { tx, signer, nowMs } = docket;
	const { act, revision, decision, holder } = accepted;
	const { revisionId, scheduleId } = act;
	const { kind, subscriptionKey, eaEndsOn, runOn } = decision;
	const receipt = await appendToChain(tx, signer, subscriptionKey, { partnerId, revisionId, kind }, nowMs);
	const isChange = kind === "change" && holder !== undefined;
	const commitNumber = isChange ? holder.number : (await tx.lastCommitNumber()) + 1;
	if (isChange) await tx.changeCommit(commitNumber, revisionId);
	else {
		const { tenantId } = revision.customer;
		const place = { number: commitNumber, tenantId, partnerId, committedAt: receipt.at };
		const made = { ...place, subscriptionKey, scheduleId, revisionId, eaEndsOn, runOn };
		await tx.addCommit(made);
		await announceHold(docket, made);
	}
	const judged = { revisionId, scheduleId, subscriptionKey, terms: revision.terms, at: receipt.at };
	return { ...judged, outcome: "committed", commitNumber, eaEndsOn, runOn, receipt };
}
