import * as Y from "yjs";
import { REGISTRAR } from "#document/origin.ts";
import { type Examined, examine, isIntact } from "./guard.ts";
import { type Findings, watchPlan } from "./plan-watch.ts";
import type { StoredDocument, StoredSnapshot, StoredState, StoredUpdate } from "./storage/storage.ts";
import { updateRow } from "./storage/update-hash.ts";
import { openStoredDocument } from "./stored-document.ts";
import { step2Frame, updateFrame } from "./sync-frame.ts";
import { createWholeState } from "./whole-state.ts";

/** A state vector of 100,000 Yjs clients; a document that has seen so many is too slow to be used. */
const MAX_VECTOR_BYTES = 1024 * 1024;

/** What a transaction has added: rows to store, each with the frame that tells of it. */
export type Change = {
	readonly updates: readonly { readonly row: StoredUpdate; readonly frame: Uint8Array }[];
	/** What of it the registrar has to look at. */
	readonly findings: Findings | undefined;
};

/** A document in memory, with the sequence of its updates and how much of that is stored. */
export function createLiveDocument(document: StoredDocument, state: StoredState) {
	const doc = openStoredDocument(document.kind, state);
	const findings = document.kind === "plan" ? watchPlan(doc) : () => undefined;
	const whole = createWholeState(doc, state);
	let snapshotSeq = state.snapshot?.seq ?? 0;
	let seq = snapshotSeq + state.updates.length;
	let storedSeq = seq;

	function changeOf(updates: readonly Uint8Array[]): Change {
		const stored = updates.map((update) => {
			seq += 1;
			const frame = updateFrame(update);
			whole.add(frame);
			return { row: updateRow(document.id, seq, update), frame };
		});
		return { updates: stored, findings: findings() };
	}

	/** What Yjs finds to be new in what `work` does. */
	function updatesOf(work: () => void): readonly Uint8Array[] {
		const updates: Uint8Array[] = [];
		const note = (update: Uint8Array) => updates.push(update);
		doc.on("update", note);
		work();
		doc.off("update", note);
		return updates;
	}

	/** An edit is kept as it came: having Yjs encode it again costs as much as applying it. */
	function applied(update: Uint8Array, isEdit: boolean): readonly Uint8Array[] {
		if (!isEdit) return updatesOf(() => Y.applyUpdate(doc, update));
		Y.applyUpdate(doc, update);
		return [update.slice()]; // the bytes lie in the buffer of the socket
	}

	return {
		examine: (update: Uint8Array): Examined => examine(doc, update),

		/**
		 * @param isEdit Whether all of it is new, as in what somebody has just typed; a joiner's answer repeats much.
		 * @returns `undefined` if the document is damaged now: it must be loaded again.
		 */
		apply(update: Uint8Array, isEdit: boolean): Change | undefined {
			try {
				const updates = applied(update, isEdit);
				return isIntact(doc) ? changeOf(updates) : undefined;
			} catch {
				return undefined; // whatever the guard has overlooked: half of it may be in
			}
		},

		/** The server's own writes, in one transaction. */
		write(change: (doc: Y.Doc) => void): Change {
			return changeOf(updatesOf(() => doc.transact(() => change(doc), REGISTRAR)));
		},

		vector: (): Uint8Array => Y.encodeStateVector(doc),

		/** @returns What a client with this state vector lacks, or `undefined` if the vector is none. */
		answer(vector: Uint8Array): readonly Uint8Array[] | undefined {
			const known = readVector(vector);
			if (known === undefined) return undefined;
			return known.size === 0 ? whole.frames() : [step2Frame(Y.encodeStateAsUpdate(doc, vector))];
		},

		stored(to: number): void {
			storedSeq = to;
		},
		isStored: (): boolean => storedSeq === seq,
		/** Updates that a load has to apply after the snapshot. */
		rowsAfterSnapshot: (): number => storedSeq - snapshotSeq,

		/** The state as one snapshot and the `seq` of the one that it replaces. Only when everything is stored. */
		snapshot(): { snapshot: StoredSnapshot; expectedSeq: number } {
			return {
				snapshot: updateRow(document.id, seq, Y.encodeStateAsUpdate(doc)),
				expectedSeq: snapshotSeq,
			};
		},
		compacted(to: number): void {
			snapshotSeq = to;
		},
		forgetWholeState: (): void => whole.forget(),
		destroy: (): void => doc.destroy(),
	};
}

function readVector(vector: Uint8Array): ReadonlyMap<number, number> | undefined {
	if (vector.length > MAX_VECTOR_BYTES) return undefined;
	try {
		return Y.decodeStateVector(vector);
	} catch {
		return undefined; // lib0 throws where bytes break off
	}
}
