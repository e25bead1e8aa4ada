import * as v from "valibot";
import { Partner } from "#domain/partner.ts";
import { SessionInfo } from "#protocol/api.ts";

/** A member of a team on a server, as the server said when it was last asked. */
const Membership = v.object({
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

/** Names of a workspace's two databases. They contain the epoch: documents of different ones are never mixed. */
export function databaseNames(workspace: Workspace): { plan: string; ledger: string } {
	if (workspace.kind === "local") {
		return { plan: `staffel/plan/${workspace.id}/1`, ledger: `staffel/ledger/${workspace.id}/1` };
	}
	const { planId, ledgerId, epoch } = workspace.info.team;
	return { plan: `staffel/plan/${planId}/${epoch}`, ledger: `staffel/ledger/${ledgerId}/${epoch}` };
}
