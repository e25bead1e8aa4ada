import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import type { Peer } from "./peer.ts";

/** One person's state, as JSON text: a name, a place, a field. */
const MAX_STATE_CHARS = 4096;

/** A frame of the whole room; a stock client passes on what it hears from others. */
const MAX_PRESENCE_BYTES = 256 * 1024;

/** Yjs clients of one connection: one for each tab that shares it. */
const MAX_CLIENTS_OF_PEER = 16;

/** Clients that have left and are remembered. An echo comes within seconds. */
const MAX_LEFT = 1000;

type Entry = { readonly client: number; readonly clock: number; readonly state: string };

/** What an awareness state must not lie about. */
const Claim = v.nullable(v.looseObject({ user: v.optional(v.looseObject({ id: v.string() })) }));

/**
 * Who is in a room: the states of its Yjs clients, in the encoding of y-protocols/awareness.
 *
 * A client id belongs to the connection that brought it first, until that one leaves or another connection of the
 * same person brings it. What somebody says about a client that is not theirs is ignored: a stock client passes on
 * every state it hears, so that is no offence.
 */
export function createPresence() {
	const entries = new Map<number, Entry & { readonly owner: Peer }>();
	/** The newest clock of clients that have left: an echo of their last words must not bring them back. */
	const left = new Map<number, number>();

	function accept(peer: Peer, entry: Entry): boolean {
		const known = entries.get(entry.client);
		const clock = known?.clock ?? left.get(entry.client);
		const isRemoval = entry.state === "null";
		if (clock !== undefined && entry.clock < clock + (known !== undefined && isRemoval ? 0 : 1)) return false;
		if (known !== undefined && known.owner.member.userId !== peer.member.userId) return false;
		if (isRemoval) return known?.owner === peer && remove(known);
		if (!isOwnState(entry.state, peer) || clientsOf(peer).length >= MAX_CLIENTS_OF_PEER) return false;
		entries.set(entry.client, { ...entry, owner: peer });
		return true;
	}

	function remove(entry: Entry): boolean {
		left.delete(entry.client); // so that it comes last
		left.set(entry.client, entry.clock);
		for (const client of left.keys()) if (left.size > MAX_LEFT) left.delete(client);
		return entries.delete(entry.client);
	}

	function clientsOf(peer: Peer): readonly Entry[] {
		return [...entries.values()].filter((entry) => entry.owner === peer);
	}

	return {
		/** @returns What the room is to hear of it, or `undefined` if it is malformed. */
		receive(peer: Peer, presence: Uint8Array): Uint8Array | undefined {
			const told = presence.length > MAX_PRESENCE_BYTES ? undefined : readPresence(presence);
			return told && writePresence(told.filter((entry) => accept(peer, entry)));
		},
		/** @returns What the room is to hear. */
		leave(peer: Peer): Uint8Array {
			const gone = clientsOf(peer);
			for (const entry of gone) remove(entry);
			return writePresence(gone.map((entry) => ({ ...entry, state: "null" })));
		},
		everybody: (): Uint8Array => writePresence([...entries.values()]),
	};
}

/** Nobody, and nothing to tell: every function here gives this very value then. Sent, it is a sign of life. */
export const NO_PRESENCE: Uint8Array = Uint8Array.of(0);

function isOwnState(state: string, peer: Peer): boolean {
	const claim = v.safeParse(Claim, JSON.parse(state));
	const userId = claim.success ? claim.output?.user?.id : null;
	return userId === undefined || userId === peer.member.userId;
}

function readPresence(presence: Uint8Array): Entry[] | undefined {
	const decoder = decoding.createDecoder(presence);
	const entries: Entry[] = [];
	try {
		for (let count = decoding.readVarUint(decoder); count > 0; count--) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			const state = decoding.readVarString(decoder);
			if (state.length > MAX_STATE_CHARS) return undefined;
			entries.push({ client, clock, state: JSON.stringify(JSON.parse(state)) });
		}
		return decoding.hasContent(decoder) ? undefined : entries;
	} catch {
		return undefined; // lib0 and JSON throw where bytes break off
	}
}

function writePresence(entries: readonly Entry[]): Uint8Array {
	if (entries.length === 0) return NO_PRESENCE;
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, entries.length);
	for (const { client, clock, state } of entries) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, state);
	}
	return encoding.toUint8Array(encoder);
}
