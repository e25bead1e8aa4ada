import { createSignal, type Setter } from "solid-js";
import { Awareness } from "y-protocols/awareness";
import { SessionInfo } from "#protocol/api.ts";
import { recallDurable, rememberDurable } from "#sync/durable-clocks.ts";
import { announcePresence } from "#sync/presence.ts";
import { openServerLink, type SessionCheck } from "#sync/server-link.ts";
import { openSharedLink } from "#sync/shared-link.ts";
import { callApi } from "./api.ts";
import type { Connection } from "./connection.ts";
import type { OpenDocuments } from "./open-documents.ts";
import type { Place } from "./presence.ts";
import { noteRefusal, recoverUnsent } from "./recover.ts";
import {
	type DatabaseNames,
	membershipOf,
	readWorkspace,
	rememberWorkspace,
	type ServerWorkspace,
} from "./workspace.ts";

const CLOCK_KEY = "staffel:clock-offset";
/** What the server has is noted at most so often. */
const REMEMBER_MS = 1_000;

/**
 * Connects a team's workspace: its documents, who is here, the server's clock.
 *
 * @param workspace What the server last said; `setWorkspace` takes what it says now, for example other roles.
 */
export function openTeamLink(options: {
	workspace: ServerWorkspace;
	setWorkspace: Setter<ServerWorkspace>;
	/** Of the databases that the documents are kept in. */
	names: DatabaseNames;
	documents: Pick<OpenDocuments, "plan" | "ledger">;
	/** Called with each new connection. */
	onConnected(): void;
}) {
	const { workspace, names, documents } = options;
	const { user, team } = workspace.info;
	const durable = recallDurable(names.plan);
	const awareness = new Awareness(documents.plan);
	const [connection, setConnection] = createSignal<Connection>({ state: "syncing", unsent: 0 });
	const [clock, setClock] = createSignal({ offsetMs: rememberedOffsetMs(), isKnown: false });
	const [states, setStates] = createSignal<readonly unknown[]>([]);
	let rememberTimer: ReturnType<typeof setTimeout> | undefined;

	awareness.on("change", () => setStates([...awareness.getStates().values()]));
	const presence = announcePresence(awareness, { id: user.id, name: user.name });
	const link = openSharedLink({
		name: names.plan,
		awareness,
		onState(state) {
			setConnection(state);
			if (state.state === "refused") noteRefusal(names, state.code);
			if (state.state === "refused" && state.code === "epoch-changed") void check(); // notes the new one
			if (state.state === "synced") void recoverUnsent(names, documents.plan);
		},
		onClockOffset(offsetMs) {
			localStorage.setItem(CLOCK_KEY, String(offsetMs));
			setClock({ offsetMs, isKnown: true });
		},
		open: (news) =>
			openServerLink({
				...news,
				serverUrl: workspace.origin.replace(/^http/, "ws"),
				epoch: team.epoch,
				plan: { id: team.planId, doc: documents.plan },
				ledger: { id: team.ledgerId, doc: documents.ledger },
				awareness,
				check,
				durable,
				onDurable() {
					rememberTimer ??= setTimeout(remember, REMEMBER_MS);
				},
				onConnected() {
					news.onConnected();
					options.onConnected();
				},
			}),
	});

	document.addEventListener("visibilitychange", lookAgain);

	/** Whoever comes back to the page should see the roles that they have now. */
	function lookAgain(): void {
		if (document.visibilityState === "visible") void check();
	}

	function remember(): void {
		clearTimeout(rememberTimer);
		rememberTimer = undefined;
		rememberDurable(names.plan, durable);
	}

	/** The documents of a team are synced under nobody's name but the one they were opened with. */
	async function check(): Promise<SessionCheck> {
		const answer = await callApi(SessionInfo, "GET", "/api/session");
		if (!answer.ok) return answer.status === 401 ? "signed-out" : "unreachable";
		if (answer.value.user === null) return "signed-out";
		// Somebody else's session syncs nothing of this member's: they have to sign in themselves.
		if (answer.value.user.id !== user.id) return "signed-out";
		const info = membershipOf(answer.value);
		if (info === undefined || info.team.planId !== team.planId) return { refused: "no-team" };
		if (info.team.epoch !== team.epoch) {
			noteRefusal(names, "epoch-changed", info);
			return { refused: "epoch-changed" };
		}
		options.setWorkspace({ ...workspace, info });
		if (readWorkspace()?.kind === "server") rememberWorkspace({ ...workspace, info });
		return "ok";
	}

	return {
		connection,
		clockOffsetMs: () => clock().offsetMs,
		isClockKnown: () => clock().isKnown,
		presence: states,
		setPlace: (place: Place) => presence.setPlace(place),
		syncNow: () => link.tryNow(),
		close(): void {
			document.removeEventListener("visibilitychange", lookAgain);
			presence.close();
			link.close();
			awareness.destroy();
			if (rememberTimer !== undefined) remember();
		},
	};
}

function rememberedOffsetMs(): number {
	const offsetMs = Number(localStorage.getItem(CLOCK_KEY) ?? 0);
	return Number.isFinite(offsetMs) ? offsetMs : 0;
}
