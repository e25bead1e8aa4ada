import * as v from "valibot";
import * as Y from "yjs";
import { recallDurable } from "#sync/durable-clocks.ts";
import { openUpdateLog, readEntriesAfter } from "#sync/update-log.ts";
import {
	beginCopy,
	type DatabaseNames,
	databaseNames,
	Membership,
	rememberWorkspace,
	type ServerWorkspace,
} from "./workspace.ts";

/** After these the device's copy is of no use for syncing any more; the others are about who may sync. */
const ABOUT_THE_COPY: ReadonlySet<string> = new Set([
	"malformed",
	"too-large",
	"read-only",
	"incomplete",
	"unknown-root",
	"unknown",
	"epoch-changed",
]);

/** A refusal that was noted; `info` is what the server says of the team's new epoch. */
const Refusal = v.object({ code: v.string(), info: v.optional(Membership) });

const refusalKey = (plan: string) => `staffel:refused:${plan}`;
const sourceKey = (plan: string) => `staffel:recover-from:${plan}`;

/** Notes that the server takes no more from this copy: the next start begins another. */
export function noteRefusal(names: DatabaseNames, code: string, info?: Membership): void {
	if (!ABOUT_THE_COPY.has(code)) return;
	const isKnown = info === undefined && localStorage.getItem(refusalKey(names.plan)) !== null;
	if (!isKnown) localStorage.setItem(refusalKey(names.plan), JSON.stringify({ code, info }));
}

/**
 * Begins another copy of a workspace whose copy was refused; the refused one stays on the device.
 *
 * @returns The workspace to open: the same, or the one of the new epoch.
 */
export function withFreshCopy(workspace: ServerWorkspace): ServerWorkspace {
	const before = databaseNames(workspace).plan;
	const noted = v.safeParse(Refusal, JSON.parse(localStorage.getItem(refusalKey(before)) ?? "null"));
	if (!noted.success) return workspace;
	const { code, info } = noted.output;
	if (code === "epoch-changed" && info === undefined) return workspace; // the server is asked again first
	const fresh = info === undefined ? workspace : { ...workspace, info };
	if (info === undefined) beginCopy(workspace);
	localStorage.setItem(sourceKey(databaseNames(fresh).plan), before);
	localStorage.removeItem(refusalKey(before));
	rememberWorkspace(fresh);
	return fresh;
}

/** Once the server's state is here: does again what only the refused copy has. */
export async function recoverUnsent(names: DatabaseNames, plan: Y.Doc): Promise<void> {
	const source = localStorage.getItem(sourceKey(names.plan));
	if (source === null) return;
	const { reapplyUnsent } = await import("./reapply-unsent.ts"); // hardly anybody ever needs it
	const before = await readPlan(source);
	reapplyUnsent(before, recallDurable(source), plan);
	before.destroy();
	localStorage.removeItem(sourceKey(names.plan));
}

async function readPlan(name: string): Promise<Y.Doc> {
	const plan = new Y.Doc();
	const db = await openUpdateLog(name, () => undefined);
	const { entries } = await readEntriesAfter(db, 0);
	db.close();
	plan.transact(() => {
		for (const entry of entries) Y.applyUpdate(plan, entry);
	});
	return plan;
}
