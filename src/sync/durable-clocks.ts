import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";

const key = (name: string) => `staffel:durable:${name}`;

/** What the server had of a document when this device last knew: Yjs client id to clock. */
export function recallDurable(name: string): Map<number, number> {
	try {
		const stored = localStorage.getItem(key(name));
		return stored === null ? new Map() : Y.decodeStateVector(fromBase64(stored));
	} catch {
		return new Map(); // damaged: everything counts as unsent until the server answers
	}
}

/** Remembers it, so that what is unsent can be counted after a start without a network. */
export function rememberDurable(name: string, clocks: Map<number, number>): void {
	try {
		localStorage.setItem(key(name), toBase64(Y.encodeStateVector(clocks)));
	} catch {
		// no room: it is known again at the next contact
	}
}
