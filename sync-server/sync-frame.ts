import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { MESSAGE } from "#protocol/frame.ts";

/** What a client may send; see PROTOCOL.md. */
export type ClientFrame =
	| { readonly kind: "step-1"; readonly vector: Uint8Array }
	| { readonly kind: "step-2" | "update"; readonly update: Uint8Array }
	| { readonly kind: "presence"; readonly presence: Uint8Array }
	| { readonly kind: "query-presence" };

/** @returns `undefined` if the frame breaks off, goes on after its end, or is of a type that clients do not send. */
export function readClientFrame(frame: Uint8Array): ClientFrame | undefined {
	const decoder = decoding.createDecoder(frame);
	try {
		const read = readMessage(decoder);
		return decoding.hasContent(decoder) ? undefined : read;
	} catch {
		return undefined; // lib0 throws where bytes break off
	}
}

function readMessage(decoder: decoding.Decoder): ClientFrame | undefined {
	const type = decoding.readVarUint(decoder);
	if (type === MESSAGE.queryAwareness) return { kind: "query-presence" };
	if (type === MESSAGE.awareness) return { kind: "presence", presence: decoding.readVarUint8Array(decoder) };
	if (type !== MESSAGE.sync) return undefined;
	const step = decoding.readVarUint(decoder);
	const bytes = decoding.readVarUint8Array(decoder);
	if (step === messageYjsSyncStep1) return { kind: "step-1", vector: bytes };
	if (step === messageYjsSyncStep2) return { kind: "step-2", update: bytes };
	if (step === messageYjsUpdate) return { kind: "update", update: bytes };
	return undefined;
}

export function step1Frame(vector: Uint8Array): Uint8Array {
	return syncFrame(messageYjsSyncStep1, vector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
	return syncFrame(messageYjsSyncStep2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
	return syncFrame(messageYjsUpdate, update);
}

export function presenceFrame(presence: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.awareness);
	encoding.writeVarUint8Array(encoder, presence);
	return encoding.toUint8Array(encoder);
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}
