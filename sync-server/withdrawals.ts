import { writeRelease } from "#document/ledger/releases.ts";
import { instantOf } from "#domain/day.ts";
import { decideRelease } from "#domain/decide.ts";
import { maySubmit } from "#domain/partner.ts";
import type { RefusalReason, Release } from "#domain/verdict.ts";
import { appendToChain } from "./chain.ts";
import type { Docket } from "./docket.ts";
import type { Arrival, Withdrawn } from "./plan-watch.ts";
import { endHold } from "./relationships.ts";

/**
 * Answers the withdrawal of a committed revision. What was refused or void holds nothing and needs no answer.
 *
 * Withdrawing any accepted revision of a commit ends the commit: cancelling means the schedule, and an older
 * revision of it must not come back to life. Each of them is released, also one whose own withdrawal was refused
 * before; the receipt goes with the one withdrawn.
 */
export async function judgeWithdrawal(docket: Docket, from: Arrival, act: Withdrawn): Promise<void> {
	const { tx, nowMs } = docket;
	const { partnerId, roles } = from;
	const { revisionId } = act;
	const verdict = await tx.verdict(partnerId, revisionId);
	if (verdict?.outcome !== "committed") return;
	if (!isOpen(await tx.release(partnerId, revisionId), from)) return;
	const active = await tx.activeCommit(verdict.subscriptionKey);
	if (active?.number !== verdict.commitNumber) return;
	const decision = decideRelease({ roles, runOn: active.runOn, nowMs });
	if (decision.outcome === "refused") return answer(docket, partnerId, refusal(docket, act, decision.reason));
	const step = { partnerId, revisionId, kind: "release" } as const;
	const receipt = await appendToChain(tx, docket.signer, active.subscriptionKey, step, nowMs);
	await tx.endCommit(active.number);
	for (const id of await tx.acceptedRevisions(active.number)) {
		const released = { revisionId: id, outcome: "released", reason: null, at: receipt.at } as const;
		await answer(docket, partnerId, { ...released, receipt: id === revisionId ? receipt : null });
	}
	await endHold(docket, active);
}

/** An answer is final, but for one: what a member might not cancel, an admin agent of the team still may. */
function isOpen(earlier: Release | undefined, { roles, isRecovered }: Arrival): boolean {
	if (earlier === undefined) return true;
	return earlier.reason === "role-not-allowed" && maySubmit(roles) && !isRecovered;
}

function refusal({ nowMs }: Docket, { revisionId }: Withdrawn, reason: RefusalReason): Release {
	return { revisionId, outcome: "refused", reason, at: instantOf(nowMs), receipt: null };
}

async function answer({ tx, tell }: Docket, partnerId: string, release: Release): Promise<void> {
	await tx.putRelease({ partnerId, release });
	tell(partnerId, (ledger) => writeRelease(ledger, release));
}
