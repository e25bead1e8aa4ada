import { type Revision, type RevisionId, type Schedule, sameTerms } from "./schedule.ts";
import type { RefusalReason, Release, Verdict } from "./verdict.ts";

/** What the server has answered so far. */
export type Answers = {
	verdict(id: RevisionId): Verdict | undefined;
	release(id: RevisionId): Release | undefined;
};

/** How far one schedule has come, whoever holds the EA subscription. `closed`: cancelled or thrown away, nothing is wanted. */
export type Progress =
	| { readonly stage: "waiting"; readonly schedule: Schedule; readonly revision: Revision }
	| {
			readonly stage: "refused";
			readonly schedule: Schedule;
			readonly revision: Revision;
			readonly reason: RefusalReason;
	  }
	| { readonly stage: "draft" | "closed"; readonly schedule: Schedule };

/**
 * Reads where a schedule stands from its revisions and their verdicts.
 *
 * A revision without a verdict waits, even if a wrong clock sorts it before a judged one. Otherwise the
 * revision judged last counts as long as the draft still says the same; a draft changed since is a draft.
 */
export function scheduleProgress(schedule: Schedule, { verdict }: Pick<Answers, "verdict">): Progress {
	const waiting = schedule.revisions.findLast((one) => !isWithdrawn(schedule, one) && !verdict(one.id));
	if (waiting !== undefined) return { stage: "waiting", schedule, revision: waiting };
	const latest = judgedLast(schedule, verdict);
	if (latest === undefined) return { stage: isDiscarded(schedule) ? "closed" : "draft", schedule };
	const { revision, answer } = latest;
	if (!sameTerms(schedule.terms, revision.terms)) return { stage: "draft", schedule };
	if (answer?.outcome !== "refused" || isWithdrawn(schedule, revision)) return { stage: "closed", schedule };
	return { stage: "refused", schedule, revision, reason: answer.reason };
}

/** Withdrawn revisions without a verdict yet count as the newest: their verdict will be `void`. */
function judgedLast(schedule: Schedule, verdict: Answers["verdict"]) {
	let latest: { revision: Revision; answer: Verdict | undefined } | undefined;
	for (const revision of schedule.revisions) {
		const answer = verdict(revision.id);
		if (latest === undefined || answer === undefined || answer.at >= (latest.answer?.at ?? "~")) {
			latest = { revision, answer };
		}
	}
	return latest;
}

/** What a colleague has changed since, without knowing of it, is wanted. */
function isDiscarded({ discarded, terms }: Schedule): boolean {
	return discarded !== null && sameTerms(discarded, terms);
}

function isWithdrawn(schedule: Schedule, revision: Revision): boolean {
	return schedule.withdrawn[revision.id] !== undefined;
}
