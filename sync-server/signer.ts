import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign } from "node:crypto";
import type { Storage } from "./storage/storage.ts";

export type Signer = {
	/** Ed25519 public key, 32 bytes in base64. */
	readonly publicKeyRaw: string;
	/** First 16 hex digits of the SHA-256 of the raw public key. */
	readonly keyId: string;
	/** The signature in base64. */
	sign(bytes: Uint8Array): string;
};

/** @param privateKeyPem An Ed25519 key, PKCS #8 in PEM. */
export function createSigner(privateKeyPem: string): Signer {
	const key = createPrivateKey(privateKeyPem);
	// The JWK form is the only one that gives the bare 32 bytes.
	const raw = Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
	return {
		publicKeyRaw: raw.toString("base64"),
		keyId: hash("sha256", raw, "hex").slice(0, 16),
		sign: (bytes) => sign(null, bytes, key).toString("base64"),
	};
}

/** The server's own signer. Its key is made on the first start and kept in the database. */
export function openSigner(storage: Storage): Promise<Signer> {
	return storage.transaction(async (tx) => {
		const stored = await tx.key();
		if (stored !== undefined) return createSigner(stored.privateKeyPem);
		const { privateKey } = generateKeyPairSync("ed25519");
		const privateKeyPem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
		const signer = createSigner(privateKeyPem);
		await tx.addKey({ keyId: signer.keyId, privateKeyPem });
		return signer;
	});
}
