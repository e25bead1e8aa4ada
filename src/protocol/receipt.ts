import * as encoding from "lib0/encoding";
import type { Receipt } from "#domain/verdict.ts";

/** The hash before the first entry of a chain. */
export const NO_HASH = "0".repeat(64);

/** The part of a receipt that its hash and signature cover. */
export type ReceiptBody = Omit<Receipt, "hash" | "signature" | "keyId">;

/**
 * The bytes that are hashed (SHA-256, gives `hash`) and signed (Ed25519, gives `signature`).
 *
 * Strings with their length before them, in this order; the word first names form and version.
 */
export function receiptBytes(body: ReceiptBody): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	const fields = [
		"staffel-receipt-1",
		body.subscriptionKeyHash,
		body.partnerId,
		body.revisionId,
		body.kind,
		String(body.index),
		body.at,
		body.previousHash,
	];
	for (const field of fields) encoding.writeVarString(encoder, field);
	return encoding.toUint8Array(encoder);
}
