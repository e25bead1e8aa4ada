import type * as Y from "yjs";
import { CLOSE } from "#protocol/close-codes.ts";
import { encodeStaffel, PROTOCOL_VERSION } from "#protocol/frame.ts";
import { type Change, createLiveDocument } from "./live-document.ts";
import type { Log } from "./log.ts";
import { type NackCode, type Peer, refusePeer } from "./peer.ts";
import { createPresence, NO_PRESENCE } from "./presence.ts";
import type { StoredDocument, StoredSnapshot, StoredState } from "./storage/storage.ts";
import { type ClientFrame, presenceFrame, readClientFrame, step1Frame } from "./sync-frame.ts";
import type { Turn } from "./turn.ts";

export type Room = ReturnType<typeof createRoom>;

type UpdateFrame = Extract<ClientFrame, { kind: "step-2" | "update" }>;

/**
 * One document with the peers that have it open.
 *
 * A frame runs through without a pause: decode, examine, apply, into the turn. So the order of arrival is the order
 * of everything that follows, and two updates never meet halfway. What the room says to its peers waits in the turn.
 */
export function createRoom(parts: {
	document: StoredDocument;
	state: StoredState;
	/** The turn that collects now. */
	turn: () => Turn;
	now: () => number;
	maxFrameBytes: number;
	log: Log;
}) {
	const { document, state, turn, now, maxFrameBytes, log } = parts;
	const isPlan = document.kind === "plan";
	const live = createLiveDocument(document, state);
	const presence = createPresence();
	/** Peers, and whether their answer to our sync step 1 is still to come. */
	const peers = new Map<Peer, { owesStep2: boolean }>();
	let isDropped = false;
	let usedAtMs = now();

	const originator = { isDropped: () => isDropped, drop, stored: live.stored };

	/** Nobody can go on with this room: what it has is not what is stored. */
	function drop(): void {
		isDropped = true;
		for (const peer of peers.keys()) peer.close(CLOSE.tryLater);
		peers.clear();
		live.destroy();
	}

	function join(peer: Peer): void {
		if (isDropped) {
			peer.close(CLOSE.tryLater);
			return;
		}
		peers.set(peer, { owesStep2: isPlan });
		if (peer.speaksStaffel) turn().send(peer, hello());
		// A ledger wants nothing from its readers, so it does not ask.
		if (isPlan) turn().send(peer, step1Frame(live.vector()));
		const here = presence.everybody();
		if (here !== NO_PRESENCE) turn().send(peer, presenceFrame(here));
	}

	function hello(): Uint8Array {
		const { epoch } = document;
		const said = { epoch, protocolVersion: PROTOCOL_VERSION, serverTimeMs: now(), maxFrameBytes };
		return encodeStaffel({ kind: "hello", hello: said });
	}

	function leave(peer: Peer): void {
		if (!peers.delete(peer)) return;
		usedAtMs = now();
		tellPresence(presence.leave(peer));
	}

	function receive(peer: Peer, bytes: Uint8Array): void {
		if (!peers.has(peer)) return;
		usedAtMs = now();
		const frame = readClientFrame(bytes);
		if (frame === undefined) refuse(peer, "malformed");
		else if (frame.kind === "query-presence") turn().send(peer, presenceFrame(presence.everybody()));
		else if (frame.kind === "presence") receivePresence(peer, frame.presence);
		else if (frame.kind === "step-1") answer(peer, frame.vector);
		else if (isPlan) receiveIntoPlan(peer, frame);
		else receiveIntoLedger(peer, frame);
	}

	function receivePresence(peer: Peer, told: Uint8Array): void {
		const accepted = presence.receive(peer, told);
		if (accepted === undefined) refuse(peer, "malformed");
		else tellPresence(accepted);
	}

	/** Also to who said it: a stock client leaves when it hears nothing for half a minute. */
	function tellPresence(news: Uint8Array): void {
		if (news === NO_PRESENCE) return;
		const frame = presenceFrame(news);
		for (const peer of peers.keys()) turn().send(peer, frame);
	}

	function answer(peer: Peer, vector: Uint8Array): void {
		const frames = live.answer(vector);
		const size = frames?.reduce((bytes, frame) => bytes + frame.length, 0);
		if (frames === undefined || size === undefined) refuse(peer, "malformed");
		else if (!peer.affords(size)) refuse(peer, "rate");
		else for (const frame of frames) turn().send(peer, frame);
	}

	/** No client's bytes ever reach a ledger; a joiner's answer that brings nothing is no attempt. */
	function receiveIntoLedger(peer: Peer, { update }: UpdateFrame): void {
		const { kind } = live.examine(update);
		if (kind === "malformed") refuse(peer, "malformed");
		else if (kind !== "nothing-new") refuse(peer, "read-only");
	}

	function receiveIntoPlan(peer: Peer, { kind, update }: UpdateFrame): void {
		const examined = live.examine(update);
		if (examined.kind === "malformed") refuse(peer, "malformed");
		else if (examined.kind === "foreign") refuse(peer, "unknown-root");
		else if (examined.kind === "gap" && kind === "update") askForAll(peer);
		else if (examined.kind === "gap") refuse(peer, "incomplete");
		else if (
			examined.kind === "nothing-new" ||
			applyFrom(peer, update, kind === "update" && examined.isAllNew)
		) {
			if (kind === "step-2") peers.set(peer, { owesStep2: false });
			turn().ack(peer, examined.clocks);
		}
	}

	/** Something before this update is missing. The answer to our step 1, also to one under way, brings all of it. */
	function askForAll(peer: Peer): void {
		if (peers.get(peer)?.owesStep2) return;
		peers.set(peer, { owesStep2: true });
		turn().send(peer, step1Frame(live.vector()));
	}

	function applyFrom(peer: Peer, update: Uint8Array, isEdit: boolean): boolean {
		const change = live.apply(update, isEdit);
		if (change === undefined) {
			const { userId } = peer.member;
			log.error({ documentId: document.id, userId }, "An update passed the guard and damaged the document");
			refuse(peer, "malformed");
			drop();
			return false;
		}
		put(turn(), change, peer);
		return true;
	}

	/** Puts a change into a turn: rows to store, frames for everybody but who made it. */
	function put(into: Turn, { updates, findings }: Change, from?: Peer): void {
		const by = { partnerId: document.partnerId, roles: from?.member.roles ?? [] };
		for (const [i, { row, frame }] of updates.entries()) {
			into.store(originator, row, i === 0 && findings ? { ...by, ...findings } : undefined);
			for (const peer of peers.keys()) if (peer !== from) into.send(peer, frame);
		}
	}

	function refuse(peer: Peer, code: NackCode): void {
		const { userId } = peer.member;
		log.warn({ documentId: document.id, userId, code }, "Refused a frame");
		leave(peer);
		refusePeer(peer, code);
	}

	return {
		document,
		join,
		leave,
		receive,
		drop,
		isDropped: (): boolean => isDropped,
		/** The server's own writes; for ledgers. */
		write(into: Turn, change: (doc: Y.Doc) => void): void {
			usedAtMs = now();
			put(into, live.write(change));
		},
		peerCount: (): number => peers.size,
		/** Milliseconds since anybody said or wrote anything. */
		idleMs: (): number => now() - usedAtMs,
		/** Whether memory and storage hold the same. */
		isStored: live.isStored,
		rowsAfterSnapshot: live.rowsAfterSnapshot,
		snapshot: (): { snapshot: StoredSnapshot; expectedSeq: number } => live.snapshot(),
		compacted: live.compacted,
		forgetWholeState: live.forgetWholeState,
	};
}
