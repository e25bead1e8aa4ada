import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Committed, Release, Verdict } from "#domain/verdict.ts";

/**
 * The commit by which each EA subscription is held now: the newest accepted verdict that is not released.
 *
 * Accepted changes keep the commit's number, and releasing any of them ends the commit: an older revision must
 * not come back to life.
 */
export function activeCommitments(
	verdicts: Iterable<Verdict>,
	releases: ReadonlyMap<string, Release>,
): Map<SubscriptionKey, Committed> {
	const committed = [...verdicts].filter((one) => one.outcome === "committed");
	const isReleased = (one: Committed) => releases.get(one.revisionId)?.outcome === "released";
	const ended = new Set(committed.filter(isReleased).map((one) => one.commitNumber));
	const active = new Map<SubscriptionKey, Committed>();
	for (const one of committed) {
		if (ended.has(one.commitNumber)) continue;
		const known = active.get(one.subscriptionKey);
		if (known === undefined || isNewer(one, known)) active.set(one.subscriptionKey, one);
	}
	return active;
}

function isNewer(one: Committed, other: Committed): boolean {
	if (one.commitNumber !== other.commitNumber) return one.commitNumber > other.commitNumber;
	if (one.receipt !== null && other.receipt !== null) return one.receipt.index > other.receipt.index;
	return one.at > other.at;
}
