import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1, messageYjsSyncStep2, writeSyncStep2 } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { CLOSE } from "#protocol/close-codes.ts";
import { decodeStaffel, type Hello, MESSAGE, type Nack, STAFFEL_PARAM } from "#protocol/frame.ts";
import { applyFast } from "./apply-fast.ts";

export type ConnectOptions = {
	/** Origin of the server's sockets, for example `wss://staffel.example`. */
	serverUrl: string;
	documentId: string;
	doc: Y.Doc;
	/** The epoch of what this device holds; a document of another one is never merged with it. */
	epoch: number;
	/** The server alone writes a ledger: nothing is sent for it, not even what it has not. */
	writes: boolean;
	/** Who is here; absent: nobody announces anything. */
	awareness?: Awareness;
	/** Node's own sends no cookie. */
	socket?: typeof WebSocket;
	onEvent(event: ConnectEvent): void;
};

export type ConnectEvent =
	/** `status()` is another one. */
	| { kind: "status" }
	| { kind: "hello"; hello: Hello }
	/** The server has these Yjs clients up to these clocks. An answer to what was sent here covers its deletions too. */
	| { kind: "durable"; clocks: ReadonlyMap<number, number>; isAnswer: boolean }
	| { kind: "nack"; code: Nack["code"] }
	/** For good, until `connect` is called: a code of 44xx. */
	| { kind: "closed"; code: number };

export type DocumentConnection = ReturnType<typeof connectDocument>;

/** With a share of chance, so that a restarted server does not meet all its clients at once. */
const LONGEST_RETRY_MS = 20_000 + Math.random() * 10_000;

/**
 * Connects a document with its room on the server: y-websocket's protocol, and what this server says beyond it.
 *
 * Begins disconnected; `connect` tries at once and again until it succeeds or the server forbids it.
 */
export function connectDocument(options: ConnectOptions) {
	const { doc, epoch, writes, onEvent } = options;
	const awareness = options.awareness ?? silentAwareness(doc);
	let retryAtMs: number | undefined;

	const provider = new WebsocketProvider(`${options.serverUrl}/sync`, options.documentId, doc, {
		connect: false,
		disableBc: true,
		awareness,
		params: { [STAFFEL_PARAM]: "1" },
		maxBackoffTime: LONGEST_RETRY_MS,
		...(options.socket === undefined ? {} : { WebSocketPolyfill: options.socket }),
	});
	if (!writes) doc.off("update", provider._updateHandler);
	// The stock handler sends back to the server all that it hears from there.
	awareness.off("update", provider._awarenessUpdateHandler);
	awareness.on("update", announce);
	doc.on("afterTransaction", noteReceived);

	provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, _, emitSynced) => {
		const step = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (step === messageYjsSyncStep1) {
			onEvent({ kind: "durable", clocks: Y.decodeStateVector(bytes), isAnswer: false });
			if (!writes) return;
			encoding.writeVarUint(encoder, MESSAGE.sync);
			writeSyncStep2(encoder, doc, bytes);
		} else {
			applyFast(doc, bytes, provider);
			if (step === messageYjsSyncStep2 && emitSynced) provider.synced = true;
		}
	};
	provider.messageHandlers[MESSAGE.staffel] = (_encoder, decoder) => {
		const message = decodeStaffel(decoder);
		if (message?.kind === "hello") greet(message.hello);
		if (message?.kind === "ack") onEvent({ kind: "durable", clocks: message.ack, isAnswer: true });
		if (message?.kind === "nack") onEvent({ kind: "nack", code: message.nack.code });
	};

	provider.on("status", () => onEvent({ kind: "status" }));
	provider.on("sync", () => onEvent({ kind: "status" }));
	provider.on("connection-close", () => {
		// As y-websocket counts: it adds one to the failures and doubles from 200 ms.
		const waitMs = Math.min(2 ** (provider.wsUnsuccessfulReconnects + 1) * 100, provider.maxBackoffTime);
		retryAtMs = Date.now() + waitMs;
		queueMicrotask(() => onEvent({ kind: "status" })); // the provider lets go of its socket after this
	});
	provider.on("closed", ({ code }) => onEvent({ kind: "closed", code }));

	function greet(hello: Hello): void {
		if (hello.epoch === epoch) onEvent({ kind: "hello", hello });
		else {
			provider.disconnect();
			onEvent({ kind: "closed", code: CLOSE.epochChanged });
		}
	}

	/** What comes from the server is durable there. */
	function noteReceived({ origin, beforeState, afterState }: Y.Transaction): void {
		if (origin !== provider) return;
		const clocks = new Map<number, number>();
		for (const [client, clock] of afterState)
			if (beforeState.get(client) !== clock) clocks.set(client, clock);
		if (clocks.size > 0) onEvent({ kind: "durable", clocks, isAnswer: false });
	}

	function announce(
		changes: { added: number[]; updated: number[]; removed: number[] },
		origin: unknown,
	): void {
		if (origin === provider || !provider.wsconnected || provider.ws?.readyState !== 1) return;
		const clients = [...changes.added, ...changes.updated, ...changes.removed];
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.awareness);
		encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients));
		provider.ws.send(encoding.toUint8Array(encoder));
	}

	return {
		status(): "disconnected" | "connecting" | "connected" | "synced" {
			if (provider.synced) return "synced";
			if (provider.wsconnected) return "connected";
			return provider.wsconnecting ? "connecting" : "disconnected";
		},
		/** Tells whether a transaction brought what the server had sent. */
		isOrigin: (origin: unknown) => origin === provider,
		/** Whether it is connected or will try again by itself. */
		isTrying: () => provider.shouldConnect,
		/** When the next try begins, while it waits for one. */
		retryAtMs: () => (provider.shouldConnect && provider.ws === null ? retryAtMs : undefined),
		/** Tries at once, whatever it waits for. */
		connect(): void {
			provider.wsUnsuccessfulReconnects = 0;
			provider.connect();
		},
		disconnect: () => provider.disconnect(),
		close(): void {
			provider.destroy();
			awareness.off("update", announce);
			doc.off("afterTransaction", noteReceived);
			if (options.awareness === undefined) awareness.destroy();
		},
	};
}

/** y-websocket wants one; this one has no state, so nothing is announced. */
function silentAwareness(doc: Y.Doc): Awareness {
	const awareness = new Awareness(doc);
	awareness.setLocalState(null);
	return awareness;
}
