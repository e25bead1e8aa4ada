import type { Receipt } from "#domain/verdict.ts";
import { receiptBytes } from "#protocol/receipt.ts";

/** `unsupported`: this browser, or a page that is not served securely, cannot check Ed25519. */
export type ReceiptCheck = "valid" | "invalid" | "unsupported";

/** What the receipt has to speak of. */
type Judged = { readonly revisionId: string; readonly subscriptionKey: string };

/**
 * Checks a receipt without asking anybody: the key, the hash, the signature, and that it speaks of this revision.
 *
 * @param publicKey The server's raw Ed25519 key, base64.
 */
export async function verifyReceipt(
	receipt: Receipt,
	publicKey: string,
	judged: Judged,
): Promise<ReceiptCheck> {
	if (receipt.revisionId !== judged.revisionId) return "invalid";
	if (globalThis.crypto?.subtle === undefined) return "unsupported";
	const rawKey = fromBase64(publicKey);
	const signature = fromBase64(receipt.signature);
	if (rawKey === undefined || signature === undefined) return "invalid";
	const bytes = receiptBytes(receipt);
	const [keyHash, hash, subscriptionHash] = await Promise.all([
		sha256(rawKey),
		sha256(bytes),
		sha256(new TextEncoder().encode(judged.subscriptionKey)),
	]);
	const fits =
		receipt.keyId === keyHash.slice(0, 16) &&
		receipt.hash === hash &&
		receipt.subscriptionKeyHash === subscriptionHash;
	if (!fits) return "invalid";
	try {
		const key = await crypto.subtle.importKey("raw", rawKey, "Ed25519", false, ["verify"]);
		return (await crypto.subtle.verify("Ed25519", key, signature, bytes)) ? "valid" : "invalid";
	} catch (error) {
		if (error instanceof DOMException && error.name === "NotSupportedError") return "unsupported";
		return "invalid"; // the key or the signature has a length that neither can have
	}
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
	} catch {
		return undefined;
	}
}
