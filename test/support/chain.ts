import { createPublicKey, hash, verify } from "node:crypto";
import { NO_HASH, receiptBytes } from "#protocol/receipt.ts";
import type { ChainEntry } from "../../sync-server/storage/storage.ts";

/**
 * Checks a subscription's chain as anybody could who has the server's public key.
 *
 * @param publicKey Raw Ed25519 key in base64, as a ledger's meta has it.
 * @returns What is wrong; empty if every entry follows the one before and is signed.
 */
export function chainFaults(chain: readonly ChainEntry[], publicKey: string): readonly string[] {
	const x = Buffer.from(publicKey, "base64").toString("base64url");
	const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
	return chain.flatMap(({ subscriptionKey, receipt }, i) => {
		const { hash: said, signature, keyId: _, ...body } = receipt;
		const bytes = receiptBytes(body);
		const at = `${subscriptionKey} ${i}`;
		const before = chain[i - 1]?.receipt;
		return [
			receipt.index === i ? "" : `${at}: index ${receipt.index}`,
			receipt.subscriptionKeyHash === hash("sha256", subscriptionKey, "hex") ? "" : `${at}: another key`,
			receipt.previousHash === (before?.hash ?? NO_HASH) ? "" : `${at}: does not follow the one before`,
			said === hash("sha256", bytes, "hex") ? "" : `${at}: hash`,
			verify(null, bytes, key, Buffer.from(signature, "base64")) ? "" : `${at}: signature`,
			before === undefined || receipt.at > before.at ? "" : `${at}: not after the one before`,
		].filter((fault) => fault !== "");
	});
}
