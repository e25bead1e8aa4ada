import * as Y from "yjs";
import { applyFast } from "./apply-fast.ts";
import { appendEntry, type LogEntries, openUpdateLog, readEntriesAfter } from "./update-log.ts";

/** Origin of what comes out of this device's database. */
export const STORED = Symbol("stored");

/** Whether this device keeps what is typed. */
export type StorageState =
	| { state: "ok"; sizeBytes: number }
	| { state: "failed"; reason: "full" | "vanished" | "blocked" };

/** What lies in the database: the first entry, those after it, and the key up to which all is in the document. */
export type StoredLog = { firstBytes: number; laterBytes: number; entries: number; upTo: number };

export type Persistence = {
	/** `false` while the database could not be read: the document lacks what it holds. */
	loaded(): boolean;
	state(): StorageState;
	log(): StoredLog;
	/** All entries were merged into one of this size. */
	noteCompacted(firstBytes: number): void;
	/** Writes what is pending now; resolves when it is stored or has failed. */
	flush(): Promise<void>;
	close(): Promise<void>;
};

/** Updates of this time become one entry. */
const GATHER_MS = 50;
/** Wait after a failed attempt; doubles up to the longest. */
const RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** Larger entries are not sent to the other tabs, which read them from the database instead. */
const LARGEST_SENT_BYTES = 64 * 1024;

/** To the other tabs: an entry was added under `key`; `after` was the last key before. */
type Added = { key: number; after: number; entry: Uint8Array | undefined };

/**
 * Keeps a document in the database of its name and in step with other tabs.
 *
 * Loads first and listens then: with a listener Yjs encodes once more all that it reads, a third to a half of the time.
 * What cannot be written stays pending and is tried again; a database that was taken away is written anew as a whole.
 *
 * @param name Also the name of the channel between the tabs; contains the epoch.
 * @param onState Called with each new state.
 */
export async function openPersistence(
	name: string,
	doc: Y.Doc,
	onState: (state: StorageState) => void,
): Promise<Persistence> {
	let db: IDBDatabase | undefined;
	let state: StorageState = { state: "ok", sizeBytes: 0 };
	let log: StoredLog = { firstBytes: 0, laterBytes: 0, entries: 0, upTo: 0 };
	let pending: Uint8Array[] = [];
	/** The database was lost: it is read from its beginning and the whole document written. */
	let lost = false;
	let writing: Promise<void> | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let retryMs = RETRY_MS;
	let loaded = false;
	let closed = false;

	const channel = new BroadcastChannel(name);
	await read();
	doc.on("update", keep);
	channel.onmessage = (event: MessageEvent<Added>) => void follow(event.data);
	addEventListener("pagehide", writeNow);
	document.addEventListener("visibilitychange", writeIfHidden);
	if (loaded) await read(); // what other tabs added between the first look and listening

	/** Takes over what the database has and the document has not. */
	async function read(): Promise<boolean> {
		try {
			db ??= await openUpdateLog(name, lose);
			take(await readEntriesAfter(db, log.upTo));
			loaded = true;
			setState({ state: "ok", sizeBytes: log.firstBytes + log.laterBytes });
			return true;
		} catch (error) {
			fail(error);
			return false;
		}
	}

	function take({ keys, entries }: LogEntries): void {
		const last = keys.at(-1);
		if (last === undefined) return;
		Y.transact(
			doc,
			() => {
				for (const entry of entries) applyFast(doc, entry, STORED);
			},
			STORED,
			false,
		);
		for (const entry of entries) count(entry);
		log.upTo = Math.max(log.upTo, last);
	}

	function count(entry: Uint8Array): void {
		if (log.entries === 0) log.firstBytes = entry.length;
		else log.laterBytes += entry.length;
		log.entries++;
	}

	/** Another tab has written: its entry is applied as it came if none lies between, otherwise the database is read. */
	async function follow({ key, after, entry }: Added): Promise<void> {
		if (key <= log.upTo) return;
		if (entry !== undefined && after === log.upTo) take({ keys: [key], entries: [entry] });
		else await read();
	}

	function keep(update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction): void {
		if (origin === STORED) return;
		if (transaction.local) askToKeep();
		pending.push(update);
		timer ??= setTimeout(writeNow, GATHER_MS);
	}

	function writeNow(): void {
		void flush();
	}

	function writeIfHidden(): void {
		if (document.visibilityState === "hidden") writeNow();
	}

	async function flush(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		writing ??= writeAll().finally(() => {
			writing = undefined;
		});
		await writing;
	}

	async function writeAll(): Promise<void> {
		while (pending.length > 0 || lost) {
			try {
				await writeBatch();
			} catch (error) {
				fail(error);
				return;
			}
			retryMs = RETRY_MS;
			setState({ state: "ok", sizeBytes: log.firstBytes + log.laterBytes });
		}
	}

	async function writeBatch(): Promise<void> {
		db ??= await openUpdateLog(name, lose);
		if (lost) {
			log = { firstBytes: 0, laterBytes: 0, entries: 0, upTo: 0 };
			take(await readEntriesAfter(db, 0));
			pending = [Y.encodeStateAsUpdate(doc)];
			lost = false;
		}
		const batch = pending;
		pending = [];
		const entry = Y.mergeUpdates(batch);
		try {
			const { key, others } = await appendEntry(db, entry, log.upTo);
			take(others);
			const after = log.upTo;
			count(entry);
			log.upTo = key;
			const sent: Added = { key, after, entry: entry.length > LARGEST_SENT_BYTES ? undefined : entry };
			channel.postMessage(sent);
		} catch (error) {
			pending.unshift(entry);
			throw error;
		}
	}

	function lose(): void {
		db = undefined;
		fail(new DOMException("The database was taken away.", "NotFoundError"));
	}

	function fail(error: unknown): void {
		if (closed) return;
		const reason = reasonOf(error);
		if (reason === "vanished") {
			db?.close();
			db = undefined;
			lost = true;
		}
		setState({ state: "failed", reason });
		clearTimeout(timer);
		timer = setTimeout(retry, retryMs);
		retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
	}

	async function retry(): Promise<void> {
		timer = undefined;
		if (await read()) await flush();
	}

	function setState(next: StorageState): void {
		state = next;
		onState(next);
	}

	function noteCompacted(firstBytes: number): void {
		log = { ...log, firstBytes, laterBytes: 0, entries: 1 };
	}

	async function close(): Promise<void> {
		doc.off("update", keep);
		removeEventListener("pagehide", writeNow);
		document.removeEventListener("visibilitychange", writeIfHidden);
		await flush();
		closed = true;
		clearTimeout(timer);
		channel.close();
		db?.close();
	}

	return { loaded: () => loaded, state: () => state, log: () => log, noteCompacted, flush, close };
}

/** `InvalidStateError`: the connection was closed; `NotFoundError`: the stores are gone. */
function reasonOf(error: unknown): "full" | "vanished" | "blocked" {
	const name = error instanceof DOMException ? error.name : "";
	if (name === "QuotaExceededError") return "full";
	return name === "InvalidStateError" || name === "NotFoundError" ? "vanished" : "blocked";
}

let askedToKeep = false;

/** Asks the browser, once and not before something was typed, not to clear this site's data when space runs short. */
function askToKeep(): void {
	if (askedToKeep) return;
	askedToKeep = true;
	// Not offered outside of secure contexts.
	void navigator.storage?.persist();
}
