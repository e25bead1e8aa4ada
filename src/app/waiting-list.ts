import type { Instant } from "#domain/day.ts";
import type { Revision } from "#domain/schedule.ts";
import type { Session } from "#session/session.tsx";

/** One thing that was submitted or cancelled here and has no answer yet. */
export type Waiting = {
	readonly kind: "submission" | "withdrawal";
	readonly id: string;
	readonly revision: Revision;
	/** By the device's clock. */
	readonly at: Instant;
};

/** What waits for the server, in the order in which it was made. Reads every schedule: for open details only. */
export function waitingList(session: Session): readonly Waiting[] {
	const waiting: Waiting[] = [];
	for (const schedule of Object.values(session.schedules)) {
		for (const revision of schedule?.revisions ?? []) {
			const { id, at } = revision;
			const entry = { id, revision };
			const withdrawal = schedule?.withdrawn[id];
			const verdict = session.verdict(id);
			if (verdict === undefined && withdrawal === undefined) {
				waiting.push({ ...entry, kind: "submission", at });
			}
			if (verdict?.outcome === "committed" && withdrawal !== undefined && session.release(id) === undefined) {
				waiting.push({ ...entry, kind: "withdrawal", at: withdrawal.at });
			}
		}
	}
	return waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
