import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads the secret that signs the cookies, made on the first start; only the server's own user may read the file.
 * Losing it signs everybody out and nothing more.
 */
export function readSecret(dataDir: string): string {
	const path = join(dataDir, "cookie-secret");
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	try {
		// "wx" fails where the file exists, so that two starts at once end with one secret.
		writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
	} catch (error) {
		if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
	}
	const secret = readFileSync(path, "utf8").trim();
	if (secret.length < 32)
		throw new Error(`The file ${path} is damaged: it holds no secret. Remove it to make a new one.`);
	return secret;
}
