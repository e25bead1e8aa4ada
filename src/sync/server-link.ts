import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { type Instant, instantOf } from "#domain/day.ts";
import { CLOSE } from "#protocol/close-codes.ts";
import { type ConnectEvent, connectDocument } from "./connect.ts";
import { countUnsent } from "./unsent.ts";

/** How this device stands to the server. `unsent` counts changes here that the server does not have yet. */
export type LinkState =
	| { state: "synced"; at: Instant }
	| { state: "syncing"; unsent: number }
	| { state: "offline"; unsent: number; since: Instant }
	| { state: "unreachable"; unsent: number; retryAtMs: number }
	| { state: "sign-in"; unsent: number }
	| { state: "refused"; code: string };

/** Whether the one who is signed in may sync this workspace; a refusal says why not. */
export type SessionCheck = "ok" | "signed-out" | "unreachable" | { refused: string };

export type ServerLinkOptions = {
	serverUrl: string;
	epoch: number;
	plan: { id: string; doc: Y.Doc };
	ledger: { id: string; doc: Y.Doc };
	awareness: Awareness;
	/** Asked before the sockets open, since a document must not be sent under somebody else's name, and with each connection. */
	check(): Promise<SessionCheck>;
	/** What the server had of the plan when this device last knew; grows. */
	durable: Map<number, number>;
	onState(state: LinkState): void;
	onDurable(): void;
	/** How far the server's clock is ahead of this device's. */
	onClockOffset(offsetMs: number): void;
	onConnected(): void;
	socket?: typeof WebSocket;
};

export type ServerLink = ReturnType<typeof openServerLink>;

/** Waits of a check that found no server; y-websocket has its own. */
const RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** What is typed quickly is counted once. */
const COUNT_MS = 100;

const REFUSED_BY_CLOSE: Readonly<Record<number, string>> = {
	[CLOSE.protocol]: "malformed",
	[CLOSE.forbidden]: "forbidden",
	[CLOSE.gone]: "gone",
	[CLOSE.epochChanged]: "epoch-changed",
	[CLOSE.tooLarge]: "too-large",
	[CLOSE.clientTooOld]: "client-too-old",
};

/** Keeps a team's two documents connected and says in one word how that goes. */
export function openServerLink(options: ServerLinkOptions) {
	const { durable } = options;
	const planDoc = options.plan.doc;

	let isOnline = navigator.onLine !== false; // Node does not say
	let offlineSince = instantOf(Date.now());
	/** Set when only the app can go on: somebody signs in, or the recovery of what was refused. */
	let stopped: { state: "sign-in" } | { state: "refused"; code: string; final: boolean } | undefined;
	let hasFailed = false;
	let lastContact = instantOf(Date.now());
	let unsentDeletions = 0;
	let checking: Promise<void> | undefined;
	let checkRetryMs = RETRY_MS;
	let checkAtMs: number | undefined;
	let checkTimer: ReturnType<typeof setTimeout> | undefined;
	let countTimer: ReturnType<typeof setTimeout> | undefined;
	let told = "";
	let closed = false;

	const shared = { serverUrl: options.serverUrl, epoch: options.epoch };
	const socket = options.socket === undefined ? {} : { socket: options.socket };
	const plan = connectDocument({
		...shared,
		...socket,
		documentId: options.plan.id,
		doc: planDoc,
		writes: true,
		awareness: options.awareness,
		onEvent: hear,
	});
	const ledger = connectDocument({
		...shared,
		...socket,
		documentId: options.ledger.id,
		doc: options.ledger.doc,
		writes: false,
		onEvent: (event) => {
			if (event.kind !== "durable" && event.kind !== "hello") hear(event);
		},
	});
	const both = [plan, ledger];

	planDoc.on("afterTransaction", noteEdit);
	globalThis.addEventListener?.("online", goOnline);
	globalThis.addEventListener?.("offline", goOffline);
	begin();

	function begin(): void {
		tell();
		if (isOnline && stopped === undefined) void check();
	}

	function disconnectBoth(): void {
		for (const one of both) one.disconnect();
	}

	/** Asks who is signed in, one question at a time, and opens the sockets if they may be open. */
	async function check(): Promise<void> {
		clearTimeout(checkTimer);
		checkAtMs = undefined;
		checking ??= options
			.check()
			.then(judge)
			.finally(() => {
				checking = undefined;
			});
		await checking;
	}

	function judge(result: SessionCheck): void {
		if (closed || !isOnline || stopped !== undefined) return;
		if (result === "ok") {
			checkRetryMs = RETRY_MS;
			for (const one of both) if (!one.isTrying()) one.connect();
		} else if (result === "signed-out") stop({ state: "sign-in" });
		else if (result !== "unreachable") stop({ state: "refused", code: result.refused, final: false });
		else if (!plan.isTrying()) checkLater();
		tell();
	}

	function checkLater(): void {
		hasFailed = true;
		checkAtMs = Date.now() + checkRetryMs;
		checkTimer = setTimeout(() => void check(), checkRetryMs);
		checkRetryMs = Math.min(checkRetryMs * 2, LONGEST_RETRY_MS);
	}

	function hear(event: ConnectEvent): void {
		if (closed) return;
		if (event.kind === "hello") {
			hasFailed = false;
			lastContact = instantOf(Date.now());
			options.onClockOffset(event.hello.serverTimeMs - Date.now());
			options.onConnected();
			void check();
		}
		if (event.kind === "status" && plan.retryAtMs() !== undefined) {
			hasFailed = true;
			void check(); // an upgrade that is refused gives no code: the session may have ended
		}
		if (event.kind === "durable") takeDurable(event.clocks, event.isAnswer);
		if (event.kind === "nack" && event.code !== "rate") {
			stop({ state: "refused", code: event.code, final: true });
		}
		if (event.kind === "closed") {
			if (event.code === CLOSE.signIn) stop({ state: "sign-in" });
			else stop({ state: "refused", code: REFUSED_BY_CLOSE[event.code] ?? "unknown", final: true });
		}
		if (event.kind === "durable") tellSoon();
		else tell();
	}

	function takeDurable(clocks: ReadonlyMap<number, number>, isAnswer: boolean): void {
		lastContact = instantOf(Date.now());
		for (const [client, clock] of clocks) durable.set(client, Math.max(clock, durable.get(client) ?? 0));
		if (isAnswer) unsentDeletions = 0;
		options.onDurable();
	}

	/** The first reason stands: a nack says more than the close after it. */
	function stop(reason: NonNullable<typeof stopped>): void {
		stopped ??= reason;
		disconnectBoth();
	}

	function noteEdit({ origin, beforeState, afterState, deleteSet }: Y.Transaction): void {
		const isNew = [...afterState].some(([client, clock]) => beforeState.get(client) !== clock);
		if (!isNew && deleteSet.clients.size === 0) return;
		if (!isNew && !plan.isOrigin(origin)) unsentDeletions++;
		tellSoon();
	}

	function goOnline(): void {
		isOnline = true;
		begin();
	}

	function goOffline(): void {
		isOnline = false;
		offlineSince = instantOf(Date.now());
		clearTimeout(checkTimer);
		disconnectBoth();
		tell();
	}

	function tellSoon(): void {
		countTimer ??= setTimeout(tell, COUNT_MS);
	}

	function tell(): void {
		clearTimeout(countTimer);
		countTimer = undefined;
		if (closed) return;
		const state = currentState();
		const words = JSON.stringify(state);
		if (words === told) return;
		told = words;
		options.onState(state);
	}

	function currentState(): LinkState {
		if (stopped?.state === "refused") return { state: "refused", code: stopped.code };
		const unsent = countUnsent(planDoc, durable) + unsentDeletions;
		if (stopped?.state === "sign-in") return { state: "sign-in", unsent };
		if (!isOnline) return { state: "offline", unsent, since: offlineSince };
		const isSynced = both.every((one) => one.status() === "synced");
		if (isSynced && unsent === 0) return { state: "synced", at: lastContact };
		const retryAtMs = checkAtMs ?? plan.retryAtMs() ?? ledger.retryAtMs();
		if (hasFailed && retryAtMs !== undefined) return { state: "unreachable", unsent, retryAtMs };
		return { state: "syncing", unsent };
	}

	return {
		/** Connects at once: after a sign-in, or instead of waiting for the next try. */
		tryNow(): void {
			if (stopped?.state === "refused" && stopped.final) return;
			stopped = undefined;
			for (const one of both) if (one.isTrying()) one.connect();
			goOnline();
		},
		close(): void {
			closed = true;
			clearTimeout(checkTimer);
			clearTimeout(countTimer);
			globalThis.removeEventListener?.("online", goOnline);
			globalThis.removeEventListener?.("offline", goOffline);
			planDoc.off("afterTransaction", noteEdit);
			for (const one of both) one.close();
		},
	};
}
