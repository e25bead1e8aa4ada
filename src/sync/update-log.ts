import { finished, openDatabase, requested } from "./indexed-db.ts";

const UPDATES = "updates";

/** Entries of a document's database, oldest first. */
export type LogEntries = { readonly keys: readonly number[]; readonly entries: readonly Uint8Array[] };

/**
 * Opens a document's database in y-indexeddb's layout, so that the stock package opens it too:
 * `updates` (ascending number → Yjs update, v1) and `custom`, which we leave empty.
 */
export function openUpdateLog(name: string, onLost: () => void): Promise<IDBDatabase> {
	return openDatabase(
		name,
		(db) => {
			db.createObjectStore(UPDATES, { autoIncrement: true });
			db.createObjectStore("custom");
		},
		onLost,
	);
}

/** The entries after `key`; 0 for all. */
export function readEntriesAfter(db: IDBDatabase, key: number): Promise<LogEntries> {
	return entriesIn(db.transaction(UPDATES).objectStore(UPDATES), IDBKeyRange.lowerBound(key, true));
}

/** The entries up to and with `key`. */
export function readEntriesUpTo(db: IDBDatabase, key: number): Promise<LogEntries> {
	return entriesIn(db.transaction(UPDATES).objectStore(UPDATES), IDBKeyRange.upperBound(key));
}

/**
 * Adds an entry.
 *
 * @param seen The last key that the caller has read.
 * @returns Its key, and what others had added since `seen`, read in the same transaction.
 */
export async function appendEntry(
	db: IDBDatabase,
	entry: Uint8Array,
	seen: number,
): Promise<{ key: number; others: LogEntries }> {
	const transaction = db.transaction(UPDATES, "readwrite", { durability: "relaxed" });
	const store = transaction.objectStore(UPDATES);
	const [others, key] = await Promise.all([
		entriesIn(store, IDBKeyRange.lowerBound(seen, true)),
		requested(store.add(entry)),
		finished(transaction),
	]);
	return { key: Number(key), others };
}

/**
 * Puts one entry in place of all up to and with the last of `replaced`, under that entry's key:
 * who has read up to there need not read it again.
 *
 * @returns `false` if somebody else has changed these entries meanwhile; then nothing is done.
 */
export async function replaceEntries(
	db: IDBDatabase,
	replaced: readonly number[],
	entry: Uint8Array,
): Promise<boolean> {
	const last = replaced.at(-1);
	if (last === undefined) return false;
	const transaction = db.transaction(UPDATES, "readwrite");
	const store = transaction.objectStore(UPDATES);
	const standing = await requested(store.getAllKeys(IDBKeyRange.upperBound(last)));
	const unchanged =
		standing.length === replaced.length && standing.every((key, index) => key === replaced[index]);
	if (unchanged) {
		store.delete(IDBKeyRange.upperBound(last, true));
		store.put(entry, last);
	}
	await finished(transaction);
	return unchanged;
}

async function entriesIn(store: IDBObjectStore, range: IDBKeyRange): Promise<LogEntries> {
	const [keys, entries] = await Promise.all([
		requested(store.getAllKeys(range)),
		requested(store.getAll(range)),
	]);
	return { keys: keys.map(Number), entries };
}
