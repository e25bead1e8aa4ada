import { createFlush, type Judge, type Order, type WriteLedgers } from "./flush.ts";
import type { Log } from "./log.ts";
import { createRoom, type Room } from "./room.ts";
import type { Storage, StorageReader, StoredDocument, StoredState } from "./storage/storage.ts";

/** An idle room is compacted when a load would have to apply more updates than this. */
const COMPACT_ROWS = 200;

/** A busy room is compacted all the same when it has grown by this many updates. */
const COMPACT_BUSY_ROWS = 5000;

const IDLE_MS = 30_000;

/** Every document that somebody has open, and the one way in which all of them are written. */
export function createRooms(parts: {
	storage: Storage;
	/** `registrar.judge` */
	judge: Judge;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Runs its argument after the frames that have arrived already: `setImmediate`. */
	soon: (work: () => void) => void;
	/** The largest frame that is taken, told to clients. */
	maxFrameBytes: number;
	log: Log;
}) {
	const { storage, judge, now, soon, maxFrameBytes, log } = parts;
	const rooms = new Map<string, Room>();
	const loading = new Map<string, Promise<Room>>();
	const flush = createFlush({ storage, judge, writeLedgers, soon, log });

	function loaded(id: string): Room | undefined {
		const room = rooms.get(id);
		return room?.isDropped() ? undefined : room;
	}

	/** Whoever loads first is it; what another one has loaded meanwhile may be older already. */
	function install(document: StoredDocument, state: StoredState): Room {
		const room =
			loaded(document.id) ?? createRoom({ document, state, turn: flush.turn, now, maxFrameBytes, log });
		rooms.set(document.id, room);
		return room;
	}

	/** Several who ask at once wait for one load; a failed one leaves nothing behind. */
	function open(document: StoredDocument): Promise<Room> {
		const room = loaded(document.id);
		if (room !== undefined) return Promise.resolve(room);
		const underWay = loading.get(document.id);
		if (underWay !== undefined) return underWay;
		const load = storage
			.load(document.id)
			.then((state) => install(document, state))
			.finally(() => loading.delete(document.id));
		loading.set(document.id, load);
		return load;
	}

	/** Inside a transaction nothing may wait for the storage itself, so this reads through the transaction. */
	async function openLedger(tx: StorageReader, partnerId: string): Promise<Room> {
		const partner = await tx.partner(partnerId);
		const document = partner && (await tx.document(partner.ledgerId));
		if (document === undefined) throw new Error(`The partner ${partnerId} has no ledger.`);
		return loaded(document.id) ?? install(document, await tx.load(document.id));
	}

	/** One transaction, one update and one frame for each ledger and turn, however many verdicts it brings. */
	async function writeLedgers(...[tx, turn, changes]: Parameters<WriteLedgers>): Promise<void> {
		for (const [partnerId, ofPartner] of Map.groupBy(changes, (one) => one.partnerId)) {
			const room = await openLedger(tx, partnerId);
			room.write(turn, (ledger) => {
				for (const { change } of ofPartner) change(ledger);
			});
		}
	}

	async function compact(room: Room): Promise<void> {
		const { snapshot, expectedSeq } = room.snapshot();
		const done = await storage.transaction((tx) => tx.swapSnapshot(snapshot, expectedSeq));
		if (done) room.compacted(snapshot.seq);
		log.info({ documentId: room.document.id, seq: snapshot.seq, done }, "Compacted a document's updates");
	}

	async function tidyRoom(id: string, room: Room): Promise<void> {
		const isIdle = room.idleMs() >= IDLE_MS;
		const rows = room.rowsAfterSnapshot();
		if (!room.isDropped() && room.isStored() && rows > (isIdle ? COMPACT_ROWS : COMPACT_BUSY_ROWS))
			await compact(room);
		if (isIdle) room.forgetWholeState();
		// Asked again, after the pause: somebody may have joined or written meanwhile.
		const isUnused = room.peerCount() === 0 && room.idleMs() >= IDLE_MS && room.isStored();
		if (isUnused) room.drop();
		if (room.isDropped() && rooms.get(id) === room) rooms.delete(id);
	}

	return {
		/** Which document an id names, whoever asks: compare the partner before anything else. */
		find: (documentId: string): Promise<StoredDocument | undefined> => storage.document(documentId),
		open,
		/** Runs an order in the line of turns; see `createFlush`. */
		run: <T>(order: Order<T>): Promise<T> => flush.run(order),
		/** Compacts long logs and lets go of rooms that nobody uses. To be called every half minute or so. Never rejects. */
		async tidy(): Promise<void> {
			for (const [id, room] of [...rooms]) {
				await tidyRoom(id, room).catch((error: unknown) =>
					log.error({ err: error, documentId: id }, "Tidying a room up failed; it is tried again"),
				);
			}
		},
		/** Resolves when everything that has arrived so far is durable and sent. */
		settled: (): Promise<void> => flush.settled(),
		count: (): number => rooms.size,
	};
}

export type Rooms = ReturnType<typeof createRooms>;
