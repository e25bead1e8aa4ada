import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Everybody of the sample signs in with it. */
export const PASSWORD = "from-hand-to-hand";

/** The moment at which every test begins, for the server as for the pages. */
export const BEGIN = new Date("2026-11-22T09:00:00Z");

export type E2eServer = {
	readonly url: string;
	/** Where the operator's account is made, as long as there is none. */
	readonly setupUrl: string | undefined;
	/** Milliseconds by which the server's clock is ahead of this machine's. */
	readonly aheadMs: number;
	/** SIGKILL: nothing is finished. */
	kill(): Promise<void>;
	/** On the same data and port as before. */
	start(): Promise<void>;
	/** Ends it and throws its data away. */
	remove(): Promise<void>;
};

/** @param seasonDir A data folder to begin with; an empty one without it. */
export async function startE2eServer(seasonDir?: string): Promise<E2eServer> {
	const dataDir = mkdtempSync(join(tmpdir(), "staffel-e2e-"));
	if (seasonDir !== undefined) cpSync(seasonDir, dataDir, { recursive: true });
	const aheadMs = BEGIN.getTime() - Date.now();
	let running = await launch({ dataDir, aheadMs, port: 0 });
	const { url, setupUrl } = running;

	return {
		url,
		setupUrl,
		aheadMs,
		kill: () => end(running.child, "SIGKILL"),
		async start() {
			running = await launch({ dataDir, aheadMs, port: Number(new URL(url).port) });
		},
		async remove() {
			await end(running.child, "SIGKILL");
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

/** Makes a data folder with the sample's teams, customers and catalogue, to be copied by each test. */
export async function makeSeason(): Promise<string> {
	const dataDir = mkdtempSync(join(tmpdir(), "staffel-season-"));
	const aheadMs = BEGIN.getTime() - Date.now();
	const { child } = await launch({ dataDir, aheadMs, port: 0, seedPassword: PASSWORD });
	await end(child, "SIGTERM");
	return dataDir;
}

type Launch = { dataDir: string; aheadMs: number; port: number; seedPassword?: string };

async function launch({ dataDir, aheadMs, port, seedPassword }: Launch) {
	const child = spawn(process.execPath, ["test/support/e2e-server.ts"], {
		cwd: ROOT,
		stdio: ["pipe", "pipe", "inherit"],
		env: {
			...process.env,
			STAFFEL_PORT: String(port),
			STAFFEL_DATA: dataDir,
			STAFFEL_LOG: "error",
			E2E_AHEAD_MS: String(aheadMs),
			...(seedPassword === undefined ? {} : { E2E_SEED_PASSWORD: seedPassword }),
		},
	});
	for await (const line of createInterface({ input: child.stdout })) {
		const { url, setupUrl } = JSON.parse(line) as { url: string; setupUrl: string | null };
		return { child, url, setupUrl: setupUrl ?? undefined };
	}
	throw new Error("The server ended before it was ready; its last words are above.");
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, "exit");
	child.kill(signal);
	await exit;
}
