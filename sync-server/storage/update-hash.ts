import { hash } from "node:crypto";
import { FORMAT, type StoredState, type StoredUpdate } from "./storage.ts";

/** SHA-256: 32 bytes. */
export function updateHash(bytes: Uint8Array): Uint8Array {
	return hash("sha256", bytes, "buffer");
}

/** An update or snapshot ready to be stored. */
export function updateRow(documentId: string, seq: number, bytes: Uint8Array): StoredUpdate {
	return { documentId, seq, format: FORMAT.yjsV1, bytes, hash: updateHash(bytes) };
}

/**
 * The state as it was read, if it is whole.
 *
 * @throws If an update is missing in between, or bytes do not match their hash or their format is unknown.
 */
export function checkedState(
	documentId: string,
	snapshot: StoredUpdate | undefined,
	updates: readonly StoredUpdate[],
): StoredState {
	let seq = snapshot?.seq ?? 0;
	for (const update of updates) {
		seq += 1;
		if (update.seq !== seq)
			throw new Error(`Document ${documentId}: update ${seq} is missing in the storage.`);
	}
	for (const one of snapshot === undefined ? updates : [snapshot, ...updates]) {
		const isWhole = Buffer.from(updateHash(one.bytes)).equals(one.hash);
		if (!isWhole || one.format !== FORMAT.yjsV1)
			throw new Error(`Document ${documentId}: the stored bytes at ${one.seq} are damaged.`);
	}
	return { snapshot, updates };
}
