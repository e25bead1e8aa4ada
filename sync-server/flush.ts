import type * as Y from "yjs";
import type { Log } from "./log.ts";
import type { Arrival } from "./plan-watch.ts";
import type { Storage, StorageWriter } from "./storage/storage.ts";
import { createTurn, type Turn } from "./turn.ts";

/** Something to be written into a partner's ledger, inside the registrar's transaction. */
export type LedgerChange = { readonly partnerId: string; readonly change: (ledger: Y.Doc) => void };

/** Judges what arrived, in order, and says what the ledgers are to show. */
export type Judge = (tx: StorageWriter, arrivals: readonly Arrival[]) => Promise<readonly LedgerChange[]>;

/** Writes into ledger documents; their updates and frames join the turn. */
export type WriteLedgers = (tx: StorageWriter, turn: Turn, changes: readonly LedgerChange[]) => Promise<void>;

/** Somebody's order that needs a transaction: what it returns and what the ledgers are to show. */
export type Order<T> = (tx: StorageWriter) => Promise<{ result: T; changes: readonly LedgerChange[] }>;

/**
 * Writes turn after turn, each in one transaction: the updates of all rooms, the verdicts on them, the ledgers.
 *
 * Frames wait in the turn in which they were made. So nothing is told to anybody before it is durable, not even by
 * way of an answer that happens to contain it.
 *
 * @param soon Runs its argument after the frames that have arrived already.
 */
export function createFlush(parts: {
	storage: Storage;
	judge: Judge;
	writeLedgers: WriteLedgers;
	soon: (work: () => void) => void;
	log: Log;
}) {
	const { storage, judge, writeLedgers, soon, log } = parts;
	let open: Turn | undefined;
	let last: Promise<void> = Promise.resolve();

	/** The turn that collects now; it is written when the frames that have arrived are through. */
	function turn(): Turn {
		if (open !== undefined) return open;
		open = createTurn();
		soon(close);
		return open;
	}

	function close(): void {
		const closed = open;
		open = undefined;
		if (closed !== undefined) last = last.then(() => writeTurn(closed));
	}

	/** Never rejects: the turns after this one wait for it. */
	async function writeTurn(closed: Turn): Promise<void> {
		const arrivals = closed.live().flatMap(({ arrival }) => arrival ?? []);
		try {
			if (closed.live().length === 0) closed.release();
			else
				await write(closed, async (tx) => {
					const changes = arrivals.length === 0 ? [] : await judge(tx, arrivals);
					return { result: undefined, changes };
				});
		} catch (error) {
			log.error({ err: error }, "A turn could not be stored; its rooms begin again from what is stored");
		}
	}

	async function write<T>(into: Turn, order: Order<T>): Promise<T> {
		try {
			const result = await storage.transaction(async (tx) => {
				const { result, changes } = await order(tx);
				await writeLedgers(tx, into, changes);
				await tx.append(into.live().map(({ row }) => row));
				return result;
			});
			into.release();
			return result;
		} catch (error) {
			into.abandon();
			throw error;
		}
	}

	return {
		turn,
		/** Runs an order in a transaction of its own, after everything that came before it. Durable when it resolves. */
		run<T>(order: Order<T>): Promise<T> {
			close();
			const done = last.then(() => write(createTurn(), order));
			last = done.then(
				() => {},
				() => {}, // whoever gave the order is told
			);
			return done;
		},
		/** Resolves when everything that has come so far is durable and sent. */
		settled(): Promise<void> {
			close();
			return last;
		},
	};
}
