import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { presenceFrame } from "../../sync-server/sync-frame.ts";

type PresenceEntry = { client: number; clock: number; state: unknown };

/** An awareness update as a client encodes it. */
export function presenceBytes(...entries: readonly PresenceEntry[]): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, entries.length);
	for (const { client, clock, state } of entries) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock);
		encoding.writeVarString(encoder, JSON.stringify(state));
	}
	return encoding.toUint8Array(encoder);
}

export function presenceFrameOf(...entries: readonly PresenceEntry[]): Uint8Array {
	return presenceFrame(presenceBytes(...entries));
}

/** What one edit of a document sends. */
export function updateOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
	const updates: Uint8Array[] = [];
	const note = (update: Uint8Array) => updates.push(update);
	doc.on("update", note);
	doc.transact(() => edit(doc));
	doc.off("update", note);
	return Y.mergeUpdates(updates);
}

/** A document that some client has filled. */
export function docWith(edit: (doc: Y.Doc) => void, clientId = 77): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = clientId;
	doc.transact(() => edit(doc));
	return doc;
}

/** Another replica of the same document. */
export function replicaOf(doc: Y.Doc, clientId: number): Y.Doc {
	const replica = new Y.Doc();
	replica.clientID = clientId;
	Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
	return replica;
}
