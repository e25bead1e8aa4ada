import { createHash, randomBytes } from "node:crypto";

/** 256 random bits that fit into an address. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** What is stored of a token. It is random and long, so one round of SHA-256 keeps it from being found again. */
export function tokenHash(token: string): string {
	return createHash("sha256").update(token).digest("hex");
}
