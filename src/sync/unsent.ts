import * as Y from "yjs";

/**
 * Counts the records of a document that hold something the server does not have yet.
 *
 * A record is an entry of one of the document's root maps: a schedule with three changed fields counts once.
 * Deletions leave no trace here; whoever makes them counts them.
 *
 * @param durable Yjs client id to the clock up to which the server has its structs.
 */
export function countUnsent(doc: Y.Doc, durable: ReadonlyMap<number, number>): number {
	const records = new Map<unknown, Set<string | null>>();
	let isAnythingUnsent = false;
	for (const [client, structs] of doc.store.clients) {
		const known = durable.get(client) ?? 0;
		if (Y.getState(doc.store, client) <= known) continue;
		isAnythingUnsent = true;
		for (let index = Y.findIndexSS(structs, known); index < structs.length; index++) {
			const struct = structs[index];
			if (struct instanceof Y.Item) addRecordOf(struct, records);
		}
	}
	let count = 0;
	for (const keys of records.values()) count += keys.size;
	// What was overwritten meanwhile is no item any more, but still has to be sent.
	return isAnythingUnsent ? Math.max(count, 1) : 0;
}

function addRecordOf(item: Y.Item, records: Map<unknown, Set<string | null>>): void {
	let outermost = item;
	while (outermost.parent instanceof Y.AbstractType && outermost.parent._item !== null) {
		outermost = outermost.parent._item;
	}
	const keys = records.get(outermost.parent);
	if (keys === undefined) records.set(outermost.parent, new Set([outermost.parentSub]));
	else keys.add(outermost.parentSub);
}
