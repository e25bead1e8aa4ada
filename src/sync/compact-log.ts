import * as Y from "yjs";
import { applyFast } from "./apply-fast.ts";
import { openUpdateLog, readEntriesUpTo, replaceEntries } from "./update-log.ts";

/**
 * Merges the entries of a document's database up to a key into one.
 *
 * Through a document, which also forgets what was deleted; `Y.mergeUpdates` takes several times as long.
 * Runs in a worker: the merging of a large plan takes over a second.
 *
 * @returns The size of the merged entry in bytes; `undefined` if there was nothing to merge, another tab is at it,
 *   or somebody changed the entries meanwhile.
 */
export async function compactLog(name: string, upTo: number): Promise<number | undefined> {
	return navigator.locks.request(`compact:${name}`, { ifAvailable: true }, async (lock) => {
		if (lock === null) return undefined;
		const db = await openUpdateLog(name, () => undefined);
		try {
			const { keys, entries } = await readEntriesUpTo(db, upTo);
			if (keys.length < 2) return undefined;
			const merged = mergedEntry(entries);
			return (await replaceEntries(db, keys, merged)) ? merged.length : undefined;
		} finally {
			db.close();
		}
	});
}

function mergedEntry(entries: readonly Uint8Array[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const entry of entries) applyFast(doc, entry, undefined);
	});
	return Y.encodeStateAsUpdate(doc);
}
