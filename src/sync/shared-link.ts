import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { lead } from "./lead.ts";
import type { LinkState, ServerLink } from "./server-link.ts";

/** What the leading tab is told by its link and passes on. */
export type LinkNews = {
	onState(state: LinkState): void;
	onClockOffset(offsetMs: number): void;
	onConnected(): void;
};

type Message =
	/** A tab has opened: whoever leads says how it stands. */
	| { kind: "hello" }
	| { kind: "state"; state: LinkState; clockOffsetMs: number | undefined }
	/** The leader has a new connection, which knows nobody yet. */
	| { kind: "who-is-here" }
	| { kind: "presence"; update: Uint8Array }
	| { kind: "try-now" };

/** Origin of what another tab has said about who is here. */
const OTHER_TAB = Symbol("other tab");

/**
 * Lets one of this device's tabs hold the sockets and the others share them.
 *
 * Documents reach the other tabs by way of the database (`openPersistence`); here go the state of the connection and
 * who is here. When the leading tab closes, the next takes over.
 *
 * @param name Contains the epoch.
 * @param open Opens the sockets; called when this tab leads.
 */
export function openSharedLink(options: {
	name: string;
	awareness: Awareness;
	open(news: LinkNews): ServerLink;
	onState(state: LinkState): void;
	onClockOffset(offsetMs: number): void;
}) {
	const { name, awareness, onState, onClockOffset } = options;
	const channel = new BroadcastChannel(`${name}:tabs`);
	let link: ServerLink | undefined;
	let state: LinkState | undefined;
	let clockOffsetMs: number | undefined;

	channel.onmessage = (event: MessageEvent<Message>) => hear(event.data);
	awareness.on("update", passOn);
	say({ kind: "hello" });
	sayPresence([...awareness.getStates().keys()]);
	const stepDown = lead(`${name}:leader`, begin);

	function begin(): void {
		link = options.open({
			onState(next) {
				state = next;
				onState(next);
				tellOthers();
			},
			onClockOffset(offsetMs) {
				clockOffsetMs = offsetMs;
				onClockOffset(offsetMs);
			},
			onConnected: () => say({ kind: "who-is-here" }),
		});
	}

	function hear(message: Message): void {
		if (message.kind === "hello" && link !== undefined) tellOthers();
		if (message.kind === "try-now") link?.tryNow();
		if (message.kind === "presence") applyAwarenessUpdate(awareness, message.update, OTHER_TAB);
		if (message.kind === "who-is-here" && awareness.getLocalState() !== null) {
			awareness.setLocalState(awareness.getLocalState());
		}
		if (message.kind === "hello") sayPresence([...awareness.getStates().keys()]);
		if (message.kind === "state" && link === undefined) {
			onState(message.state);
			if (message.clockOffsetMs !== undefined) onClockOffset(message.clockOffsetMs);
		}
	}

	function passOn(changes: { added: number[]; updated: number[]; removed: number[] }, origin: unknown): void {
		if (origin !== OTHER_TAB) sayPresence([...changes.added, ...changes.updated, ...changes.removed]);
	}

	function sayPresence(clients: number[]): void {
		if (clients.length > 0) say({ kind: "presence", update: encodeAwarenessUpdate(awareness, clients) });
	}

	function tellOthers(): void {
		if (state !== undefined) say({ kind: "state", state, clockOffsetMs });
	}

	function say(message: Message): void {
		channel.postMessage(message);
	}

	return {
		tryNow(): void {
			if (link === undefined) say({ kind: "try-now" });
			else link.tryNow();
		},
		close(): void {
			awareness.setLocalState(null);
			awareness.off("update", passOn);
			link?.close();
			stepDown();
			channel.close();
		},
	};
}
