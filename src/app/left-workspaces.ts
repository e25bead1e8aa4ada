import * as v from "valibot";
import { type LocalWorkspace, Workspace } from "#session/workspace.ts";

const KEY = "staffel:left";

/** Local workspaces that were left on this device: their data is still here. Newest first. */
export function leftWorkspaces(): readonly LocalWorkspace[] {
	try {
		const read = v.safeParse(v.array(Workspace), JSON.parse(localStorage.getItem(KEY) ?? "[]"));
		return read.success ? read.output.filter((workspace) => workspace.kind === "local") : [];
	} catch {
		return []; // no JSON: an older version's
	}
}

/** Keeps the way back to a local workspace. */
export function keepLeft(workspace: LocalWorkspace): void {
	const others = leftWorkspaces().filter((other) => other.id !== workspace.id);
	localStorage.setItem(KEY, JSON.stringify([workspace, ...others]));
}

export function removeLeft(id: string): void {
	localStorage.setItem(KEY, JSON.stringify(leftWorkspaces().filter((other) => other.id !== id)));
}
