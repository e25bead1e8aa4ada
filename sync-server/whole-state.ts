import * as Y from "yjs";
import type { StoredState } from "./storage/storage.ts";
import { step2Frame, updateFrame } from "./sync-frame.ts";

/** Frames sent after the encoded state before it is encoded anew. */
const MAX_TAIL = 200;

/**
 * What a client that has nothing yet is sent: the document's state as it was encoded once, and the updates since.
 *
 * Encoding a large document takes 0.3 s; fifty people who join in the morning share one buffer, and after a start
 * it is the stored snapshot itself.
 */
export function createWholeState(doc: Y.Doc, stored: StoredState) {
	let state: Uint8Array | undefined = stored.snapshot && step2Frame(stored.snapshot.bytes);
	let tail: Uint8Array[] = stored.updates.map((update) => updateFrame(update.bytes));

	return {
		/** @param frame The frame that tells of one more update. */
		add(frame: Uint8Array): void {
			if (state !== undefined) tail.push(frame);
		},
		frames(): readonly Uint8Array[] {
			if (state === undefined || tail.length > MAX_TAIL) {
				state = step2Frame(Y.encodeStateAsUpdate(doc));
				tail = [];
			}
			return [state, ...tail];
		},
		/** Lets go of the buffers; the next joiner has them made anew. */
		forget(): void {
			state = undefined;
			tail = [];
		},
	};
}
