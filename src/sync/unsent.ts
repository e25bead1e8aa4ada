import * as Y from "yjs";

/** What the server has: Yjs client id to the clock up to which it has that client's structs. */
type Durable = ReadonlyMap<number, number>;

/**
 * Counts the records of a document that hold something the server does not have yet.
 *
 * A record is an entry of one of the document's root maps: a schedule with three changed fields counts once.
 * Deletions leave no trace here; whoever makes them counts them.
 */
export function countUnsent(doc: Y.Doc, durable: Durable): number {
	let isAnythingUnsent = false;
	const records = unsentRecords(doc, durable, () => {
		isAnythingUnsent = true;
	});
	let count = 0;
	for (const keys of records.values()) count += keys.size;
	// What was overwritten meanwhile is no item any more, but still has to be sent.
	return isAnythingUnsent ? Math.max(count, 1) : 0;
}

/**
 * The records that hold something the server does not have yet: root type to the keys of its entries.
 *
 * @param onUnsent Called if anything is unsent at all.
 */
export function unsentRecords(
	doc: Y.Doc,
	durable: Durable,
	onUnsent: () => void = () => undefined,
): ReadonlyMap<unknown, ReadonlySet<string>> {
	const records = new Map<unknown, Set<string>>();
	for (const [client, structs] of doc.store.clients) {
		const known = durable.get(client) ?? 0;
		if (Y.getState(doc.store, client) <= known) continue;
		onUnsent();
		for (let index = Y.findIndexSS(structs, known); index < structs.length; index++) {
			const struct = structs[index];
			if (struct instanceof Y.Item) addRecordOf(struct, records);
		}
	}
	return records;
}

/** Tells whether the server lacks the value that a field has now. */
export function isFieldUnsent(node: Y.Map<unknown>, field: string, durable: Durable): boolean {
	const item = node._map.get(field); // Yjs has no public way from a key to its item
	return item !== undefined && !item.deleted && item.id.clock >= (durable.get(item.id.client) ?? 0);
}

function addRecordOf(item: Y.Item, records: Map<unknown, Set<string>>): void {
	let outermost = item;
	while (outermost.parent instanceof Y.AbstractType && outermost.parent._item !== null) {
		outermost = outermost.parent._item;
	}
	const { parent, parentSub } = outermost;
	const keys = records.get(parent);
	if (keys === undefined) records.set(parent, new Set([parentSub ?? ""]));
	else keys.add(parentSub ?? "");
}
