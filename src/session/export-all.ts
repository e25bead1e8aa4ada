import type * as Y from "yjs";
import { LEDGER_ROOTS } from "#document/ledger/roots.ts";
import { PLAN_ROOTS } from "#document/plan/roots.ts";
import type { Instant } from "#domain/day.ts";
import type { Workspace } from "./workspace.ts";

/** Both documents and whose they are, as one JSON text: what is on this device, readable without this app. */
export function exportText(workspace: Workspace, plan: Y.Doc, ledger: Y.Doc, at: Instant): string {
	const rootsOf = (doc: Y.Doc, names: readonly string[]) =>
		Object.fromEntries(names.map((name) => [name, doc.getMap(name).toJSON()]));
	return JSON.stringify({
		format: "staffel-export-1",
		at,
		workspace,
		plan: rootsOf(plan, PLAN_ROOTS),
		ledger: rootsOf(ledger, LEDGER_ROOTS),
	});
}
