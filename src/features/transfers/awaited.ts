import { createRoot, createSignal, type Signal } from "solid-js";
import type { Revision, RevisionId, ScheduleId } from "#domain/schedule.ts";
import type { Session } from "#session/session.tsx";

/** Something that this member asked the server for and that it has not answered. */
export type Awaited = {
	readonly kind: "commit" | "release";
	readonly scheduleId: ScheduleId;
	readonly revision: Revision;
};

const signals = new WeakMap<Session, Signal<readonly Awaited[]>>();

/** What this member waits for: found once in the plan, then kept by what is submitted and answered here. */
export function awaited(session: Session): Signal<readonly Awaited[]> {
	let signal = signals.get(session);
	if (signal === undefined) {
		signal = createRoot(() => createSignal<readonly Awaited[]>(findAwaited(session)));
		signals.set(session, signal);
	}
	return signal;
}

export function awaitAnswer(session: Session, one: Awaited): void {
	const [, setAll] = awaited(session);
	setAll((all) => [...all, one]);
}

function findAwaited(session: Session): Awaited[] {
	const found: Awaited[] = [];
	const own = session.me().name;
	for (const schedule of Object.values(session.schedules)) {
		for (const revision of schedule?.revisions ?? []) {
			if (schedule === undefined || revision.byName !== own) continue;
			const one = { scheduleId: schedule.id, revision };
			const verdict = session.verdict(revision.id);
			const isWithdrawn = schedule.withdrawn[revision.id] !== undefined;
			if (verdict === undefined) found.push({ ...one, kind: "commit" });
			else if (isWithdrawn && verdict.outcome === "committed" && !session.release(revision.id))
				found.push({ ...one, kind: "release" });
		}
	}
	return found;
}

export function isAnswered(session: Session, { kind, revision }: Awaited): boolean {
	const answer: object | undefined = answerTo(session, kind, revision.id);
	return answer !== undefined;
}

function answerTo(session: Session, kind: Awaited["kind"], id: RevisionId) {
	return kind === "commit" ? session.verdict(id) : session.release(id);
}
