import * as v from "valibot";
import * as Y from "yjs";
import { scheduleNodes } from "#document/plan/schedules.ts";
import { RevisionId, ScheduleId } from "#domain/schedule.ts";

/** A key of one of a schedule's two maps that only grow. */
export type ActName = {
	readonly kind: "revisions" | "withdrawn";
	readonly scheduleId: string;
	readonly revisionId: string;
};

/** The same, found in the plan, with where and when it was made. */
export type NamedAct = {
	readonly kind: ActName["kind"];
	readonly scheduleId: ScheduleId;
	readonly revisionId: RevisionId;
	readonly node: Y.Map<unknown>;
	readonly madeBy: Y.ID;
	/** By the device's clock; empty if it does not say. */
	readonly at: string;
};

const Stamped = v.object({ at: v.string() });

/** @returns `undefined` if it is gone, or its ids are none: then no verdict could name it. */
export function nameAct(plan: Y.Doc, name: ActName): NamedAct | undefined {
	const node: unknown = scheduleNodes(plan).get(name.scheduleId);
	const entries = node instanceof Y.Map ? node.get(name.kind) : undefined;
	if (!(node instanceof Y.Map) || !(entries instanceof Y.Map)) return undefined;
	// Yjs has no public way from a key to the item that set it; `_map` has been its name through all of version 13.
	const item = entries._map.get(name.revisionId);
	const scheduleId = v.safeParse(ScheduleId, name.scheduleId);
	const revisionId = v.safeParse(RevisionId, name.revisionId);
	if (item === undefined || item.deleted || !scheduleId.success || !revisionId.success) return undefined;
	const stamp = v.safeParse(Stamped, entries.get(name.revisionId));
	return {
		kind: name.kind,
		scheduleId: scheduleId.output,
		revisionId: revisionId.output,
		node,
		madeBy: item.id,
		at: stamp.success ? stamp.output.at : "",
	};
}

/**
 * Puts what arrived in one update into the order in which it was made.
 *
 * What one Yjs client made is in the order of its clock, whatever the device's time says. Of several clients (two
 * tabs, or one that was reloaded while offline) the device's time tells which came first. The order decides only
 * within one update of one team: between teams it is the arrival.
 */
export function sortActs(acts: readonly NamedAct[]): readonly NamedAct[] {
	const byClient = Map.groupBy(acts, (act) => act.madeBy.client);
	const queues = [...byClient.values()].map((queue) => queue.sort((a, b) => a.madeBy.clock - b.madeBy.clock));
	const sorted: NamedAct[] = [];
	while (sorted.length < acts.length) {
		const heads = queues.flatMap((queue) => queue[0] ?? []);
		const first = heads.reduce((a, b) => (b.at < a.at ? b : a));
		sorted.push(first);
		queues.find((queue) => queue[0] === first)?.shift();
	}
	return sorted;
}
