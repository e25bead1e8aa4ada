import * as v from "valibot";
import { Partner } from "#domain/partner.ts";
import { SessionInfo } from "#protocol/api.ts";

/** A member of a team on a server, as the server said when it was last asked. */
export const Membership = v.object({
	user: SessionInfo.entries.user.wrapped,
	team: SessionInfo.entries.team.wrapped,
});
export type Membership = v.InferOutput<typeof Membership>;

/** What this device has open: a workspace of its own, or a team's on the server that the page came from. */
export const Workspace = v.variant("kind", [
	v.object({
		kind: v.literal("local"),
		id: v.string(),
		partner: Partner,
		memberName: v.string(),
		/** Filled with the sample's invented customers. */
		sample: v.boolean(),
	}),
	v.object({ kind: v.literal("server"), origin: v.string(), info: Membership }),
]);
export type Workspace = v.InferOutput<typeof Workspace>;
export type LocalWorkspace = Extract<Workspace, { kind: "local" }>;
export type ServerWorkspace = Extract<Workspace, { kind: "server" }>;

const KEY = "staffel:workspace";

/** @returns `undefined` if none is open, or another version of the app has left something else there. */
export function readWorkspace(): Workspace | undefined {
	try {
		const workspace = v.safeParse(Workspace, JSON.parse(localStorage.getItem(KEY) ?? "null"));
		return workspace.success ? workspace.output : undefined;
	} catch {
		return undefined; // no JSON, or no storage at all
	}
}

export function rememberWorkspace(workspace: Workspace): void {
	localStorage.setItem(KEY, JSON.stringify(workspace));
}

/** Its documents stay on the device. */
export function forgetWorkspace(): void {
	localStorage.removeItem(KEY);
}

/** @returns `undefined` if nobody is signed in, or somebody without a team. */
export function membershipOf({ user, team }: SessionInfo): Membership | undefined {
	return user === null || team === null ? undefined : { user, team };
}

/** Names of a workspace's two databases. */
export type DatabaseNames = { readonly plan: string; readonly ledger: string };

/**
 * Names a workspace's databases. They contain the member, the server's epoch and the number of this device's copy,
 * which grows when it begins again from the server's state: documents of different ones are never mixed. What one
 * member has not sent yet waits for that member, since the server judges it by who brings it (R58).
 */
export function databaseNames(workspace: Workspace): DatabaseNames {
	if (workspace.kind === "local") {
		return { plan: `staffel/plan/${workspace.id}/1`, ledger: `staffel/ledger/${workspace.id}/1` };
	}
	const { planId, ledgerId } = workspace.info.team;
	const copy = Number(localStorage.getItem(copyKey(workspace)) ?? 0);
	const version = `${workspace.info.user.id}/${workspace.info.team.epoch}.${copy}`;
	return { plan: `staffel/plan/${planId}/${version}`, ledger: `staffel/ledger/${ledgerId}/${version}` };
}

/** From now on this device has another copy of the team's documents, which is empty at first. */
export function beginCopy(workspace: ServerWorkspace): void {
	const key = copyKey(workspace);
	localStorage.setItem(key, String(Number(localStorage.getItem(key) ?? 0) + 1));
}

function copyKey({ info }: ServerWorkspace): string {
	return `staffel:copy:${info.team.planId}/${info.user.id}/${info.team.epoch}`;
}
