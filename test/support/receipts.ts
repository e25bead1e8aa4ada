import type { Committed, Receipt } from "#domain/verdict.ts";
import { NO_HASH, receiptBytes } from "#protocol/receipt.ts";

/** A server's signing key and what it signs, made anew for each test. */
export async function makeTestSigner() {
	const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
	const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
	const keyId = (await sha256(raw)).slice(0, 16);

	return {
		/** Raw, in base64. */
		publicKey: toBase64(raw),
		/** The receipt that belongs to a verdict, the first of its chain. */
		async sign(verdict: Committed): Promise<Receipt> {
			const body = {
				subscriptionKeyHash: await sha256(new TextEncoder().encode(verdict.subscriptionKey)),
				partnerId: "rheinblick",
				revisionId: verdict.revisionId,
				kind: "commit",
				index: 0,
				at: verdict.at,
				previousHash: NO_HASH,
			} as const;
			const bytes = receiptBytes(body);
			const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, bytes));
			return { ...body, hash: await sha256(bytes), signature: toBase64(signature), keyId };
		},
	};
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}
