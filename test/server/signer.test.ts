import { createPublicKey, hash, verify } from "node:crypto";
import { expect, test } from "vitest";
import { openSigner } from "../../sync-server/signer.ts";
import { makeMemoryStorage } from "../../sync-server/storage/memory.ts";

test("makes a key on the first start and keeps it", async () => {
	const storage = makeMemoryStorage();
	const first = await openSigner(storage);
	const second = await openSigner(storage);
	expect(second.publicKeyRaw).toBe(first.publicKeyRaw);
	expect((await openSigner(makeMemoryStorage())).publicKeyRaw).not.toBe(first.publicKeyRaw);
});

test("signs so that anybody with the raw public key can verify it", async () => {
	const { publicKeyRaw, keyId, sign } = await openSigner(makeMemoryStorage());
	const raw = Buffer.from(publicKeyRaw, "base64");
	expect(raw).toHaveLength(32);
	expect(keyId).toBe(hash("sha256", raw, "hex").slice(0, 16));
	const bytes = new TextEncoder().encode("a receipt");
	const key = await crypto.subtle.importKey("raw", raw, "Ed25519", true, ["verify"]);
	const signature = Buffer.from(sign(bytes), "base64");
	expect(await crypto.subtle.verify("Ed25519", key, signature, bytes)).toBe(true);
	const jwk = { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") };
	expect(verify(null, bytes, createPublicKey({ key: jwk, format: "jwk" }), signature)).toBe(true);
});
