import { encodeStaffel } from "#protocol/frame.ts";
import type { Peer } from "./peer.ts";
import type { Arrival } from "./plan-watch.ts";
import type { StoredUpdate } from "./storage/storage.ts";

/** A room, as far as the turn must tell it what became of its updates. */
export type Originator = {
	/** The room is of no use any more: what it had is not what is stored. */
	isDropped(): boolean;
	drop(): void;
	/** Everything up to `seq` is durable. */
	stored(seq: number): void;
};

type Written = {
	readonly room: Originator;
	readonly row: StoredUpdate;
	readonly arrival: Arrival | undefined;
};

/** What all rooms bring together until the next write: updates to store, things to judge, frames that wait for both. */
export type Turn = ReturnType<typeof createTurn>;

export function createTurn() {
	const written: Written[] = [];
	const outbox = new Map<Peer, Uint8Array[]>();
	const acks = new Map<Peer, Map<number, number>>();

	function send(peer: Peer, frame: Uint8Array): void {
		const frames = outbox.get(peer);
		if (frames === undefined) outbox.set(peer, [frame]);
		else frames.push(frame);
	}

	/** One write for each peer. */
	function deliver(): void {
		for (const [peer, ack] of acks) send(peer, encodeStaffel({ kind: "ack", ack }));
		for (const [peer, frames] of outbox) peer.send(frames);
	}

	return {
		send,
		/** @param arrival What of the update the registrar has to look at. */
		store(room: Originator, row: StoredUpdate, arrival?: Arrival): void {
			written.push({ room, row, arrival });
		},
		/** @param clocks Yjs client to the clock that will be durable; one frame tells all of a turn. */
		ack(peer: Peer, clocks: ReadonlyMap<number, number>): void {
			if (!peer.speaksStaffel) return;
			const known = acks.get(peer) ?? new Map<number, number>();
			for (const [client, clock] of clocks) known.set(client, Math.max(clock, known.get(client) ?? 0));
			acks.set(peer, known);
		},
		/** What still stands to be written; a room that was dropped meanwhile takes its updates with it. */
		live: (): readonly Written[] => written.filter(({ room }) => !room.isDropped()),
		/** Everything is durable: tells the rooms and lets the frames go. */
		release(): void {
			for (const { room, row } of written) room.stored(row.seq);
			deliver();
		},
		/**
		 * Nothing was stored: the rooms that wrote begin again from what is stored, and their peers with them. The
		 * frames of other rooms, which only shared the turn, go out.
		 */
		abandon(): void {
			for (const { room } of written) room.drop();
			deliver();
		},
	};
}
