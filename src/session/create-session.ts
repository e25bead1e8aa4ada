import { type Accessor, createMemo } from "solid-js";
import type * as Y from "yjs";
import { type CatalogueRows, makeCatalogue } from "#domain/catalogue.ts";
import { colleaguesOf } from "./colleagues.ts";
import { createClock } from "./create-clock.ts";
import { createLedger } from "./create-ledger.ts";
import { createPlan } from "./create-plan.ts";
import { createUndo } from "./create-undo.ts";
import { exportText } from "./export-all.ts";
import { randomId } from "./random-id.ts";
import type { Session } from "./session.tsx";
import type { Workspace } from "./workspace.ts";

/** What a session stands on. The documents are loaded: what they hold is projected once, at the beginning. */
export type SessionParts = {
	workspace: Accessor<Workspace>;
	plan: Y.Doc;
	ledger: Y.Doc;
	catalogueRows: Accessor<CatalogueRows>;
	importCatalogue: Session["importCatalogue"];
	connection: Session["connection"];
	storage: Session["storage"];
	syncNow: Session["syncNow"];
	/** How far the server's clock was ahead of this device's at the latest contact, or as remembered; 0 without a server. */
	clockOffsetMs: Accessor<number>;
	/** Whether there was a contact since the page was opened. */
	isClockKnown: Accessor<boolean>;
	/** What all tabs of all members announce. */
	presence: Accessor<Iterable<unknown>>;
	setPlace: Session["setPlace"];
	leave: Session["leave"];
	/** Milliseconds since 1970 by this device's clock. */
	now: () => number;
};

/** Makes the session of a workspace. Needs an owner; the projections live as long as it does. */
export function createSession(parts: SessionParts): Session {
	const { workspace, plan, ledger } = parts;
	const clock = createClock(parts.now, parts.clockOffsetMs);
	const { meta, ...judged } = createLedger(ledger);
	const catalogue = createMemo(() => makeCatalogue(parts.catalogueRows()));
	const me = createMemo(() => memberOf(workspace()));
	const colleagues = createMemo(() => colleaguesOf(parts.presence(), me().id));

	return {
		kind: workspace().kind,
		plan,
		ledger,
		me,
		partner: createMemo(() => meta().partner ?? partnerOf(workspace())),
		...clock,
		clockSkewMs: () => (parts.isClockKnown() ? -parts.clockOffsetMs() : undefined),
		...createPlan(plan),
		...judged,
		catalogue,
		hasCatalogue: () => parts.catalogueRows().offers.length > 0,
		importCatalogue: parts.importCatalogue,
		connection: parts.connection,
		storage: parts.storage,
		publicKey: () => meta().publicKey,
		syncNow: parts.syncNow,
		colleagues,
		setPlace: parts.setPlace,
		...createUndo(plan),
		newId: randomId,
		exportAll: () => exportText(workspace(), plan, ledger, clock.instant()),
		leave: parts.leave,
	};
}

/** Who works alone may do everything. */
function memberOf(workspace: Workspace): ReturnType<Session["me"]> {
	if (workspace.kind === "local") {
		const { memberName } = workspace;
		return { id: "me", name: memberName, roles: ["account-admin", "admin-agent"], operator: false };
	}
	const { user, team } = workspace.info;
	return { id: user.id, name: user.name, roles: team.roles, operator: user.operator };
}

function partnerOf(workspace: Workspace) {
	return workspace.kind === "local" ? workspace.partner : workspace.info.team.partner;
}
