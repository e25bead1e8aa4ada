import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";
import { LEDGER_ROOTS } from "#document/ledger/roots.ts";
import { PLAN_ROOTS } from "#document/plan/roots.ts";
import { decodeStaffel, MESSAGE, type StaffelMessage } from "#protocol/frame.ts";
import type { Member } from "../../sync-server/member.ts";
import type { Peer } from "../../sync-server/peer.ts";
import type { Room } from "../../sync-server/room.ts";
import type { StoredDocument } from "../../sync-server/storage/storage.ts";
import { step1Frame, updateFrame } from "../../sync-server/sync-frame.ts";
import type { SyncCore } from "./sync-core.ts";

export type MemoryClient = ReturnType<typeof makeMemoryClient>;

export function makeMember(partnerId: string, fields: Partial<Member> = {}): Member {
	return { userId: `${partnerId}-anna`, name: "Anna", partnerId, roles: ["admin-agent"], ...fields };
}

/**
 * A Yjs client without a socket: frames wait in two queues until the test lets them through, so that it decides
 * what is late.
 */
export function makeMemoryClient(document: StoredDocument, fields: Partial<Member> = {}, doc = new Y.Doc()) {
	const client = {
		doc,
		document,
		member: makeMember(document.partnerId, fields),
		toServer: [] as Uint8Array[],
		toClient: [] as Uint8Array[],
		/** Every frame that came, in order. */
		frames: [] as Uint8Array[],
		/** Every message of our own type that came. */
		said: [] as StaffelMessage[],
		closedWith: undefined as number | undefined,
		room: undefined as Room | undefined,
		connect,
		disconnect,
		deliverToServer,
		deliverToClient,
	};
	let peer: Peer | undefined;

	doc.on("update", (update: Uint8Array, origin: unknown) => {
		if (origin !== client && client.room !== undefined) client.toServer.push(updateFrame(update));
	});

	async function connect(core: SyncCore, { speaksStaffel = true } = {}): Promise<void> {
		disconnect();
		client.closedWith = undefined;
		const joined: Peer = {
			member: client.member,
			speaksStaffel,
			affords: () => true,
			send: (frames) => {
				if (peer === joined) client.toClient.push(...frames);
			},
			close: (code) => {
				if (peer !== joined) return;
				client.closedWith = code;
				lose();
			},
		};
		const room = await core.rooms.open(document);
		peer = joined;
		client.room = room;
		client.toServer.push(step1Frame(Y.encodeStateVector(doc)));
		room.join(joined);
	}

	/** What was on its way is lost, as on a broken line. */
	function lose(): void {
		client.room = undefined;
		peer = undefined;
		client.toServer.length = 0;
	}

	function disconnect(): void {
		if (peer !== undefined) client.room?.leave(peer);
		lose();
		client.toClient.length = 0;
	}

	/** Lets the oldest frame reach the server. */
	function deliverToServer(): void {
		const frame = client.toServer.shift();
		if (frame !== undefined && peer !== undefined) client.room?.receive(peer, frame);
	}

	/** Lets the oldest frame reach the client. */
	function deliverToClient(): void {
		const frame = client.toClient.shift();
		if (frame === undefined) return;
		client.frames.push(frame);
		const decoder = decoding.createDecoder(frame);
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.staffel) {
			const message = decodeStaffel(decoder);
			if (message !== undefined) client.said.push(message);
		}
		if (type !== MESSAGE.sync) return;
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.sync);
		syncProtocol.readSyncMessage(decoder, encoder, doc, client);
		if (encoding.length(encoder) > 1) client.toServer.push(encoding.toUint8Array(encoder));
	}

	return client;
}

/** Lets everything through until nobody has anything to say. */
export async function settle(core: SyncCore, ...clients: readonly MemoryClient[]): Promise<void> {
	do {
		for (const client of clients) while (client.toServer.length > 0) client.deliverToServer();
		await core.rooms.settled();
		for (const client of clients) while (client.toClient.length > 0) client.deliverToClient();
	} while (clients.some((client) => client.toServer.length > 0));
}

/** Everything in a document; its roots are read as what they are, also where nobody has asked for them yet. */
export function contentOf({ doc, document }: MemoryClient): Record<string, unknown> {
	const roots = document.kind === "plan" ? PLAN_ROOTS : LEDGER_ROOTS;
	return Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJSON()]));
}

/** A client that is connected and has everything. */
export async function joinedClient(
	core: SyncCore,
	document: StoredDocument,
	fields: Partial<Member> = {},
	options: { speaksStaffel?: boolean } = {},
): Promise<MemoryClient> {
	const client = makeMemoryClient(document, fields);
	await client.connect(core, options);
	await settle(core, client);
	return client;
}
