import { globSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium } from "playwright";
import { makeSeason, startE2eServer } from "../e2e/support/server.ts";
import { findBrowser } from "../support/find-browser.ts";
import type { Bench, Row } from "./row.ts";
import { signInAsLena } from "./support/sign-in-as-lena.ts";

const DIST = resolve(import.meta.dirname, "../../dist");
const FIRST_SCREEN_KB = 100;
const WHOLE_APP_KB = 300;

/** What the built app's first screens ask the server for until the network is quiet, and what there is in all. */
export const run: Bench = async () => {
	const season = await makeSeason();
	const server = await startE2eServer(season);
	rmSync(season, { recursive: true });
	const browser = await chromium.launch(await findBrowser());
	const context = await browser.newContext({ baseURL: server.url, serviceWorkers: "block" });
	const firstRun = await scriptsOf(context, "/");
	await signInAsLena(await context.newPage());
	const customers = await scriptsOf(context, "/customers");
	await browser.close();
	await server.remove();

	return [
		limit("JavaScript of the first screen of a new device, gzip", gzipKb(firstRun), FIRST_SCREEN_KB),
		limit("JavaScript of the first screen of a member, gzip", gzipKb(customers), FIRST_SCREEN_KB),
		limit("the whole app: scripts, styles, page, gzip; without the sample", gzipKb(allFiles()), WHOLE_APP_KB),
	];
};

/** Files of the build that a page loads. */
async function scriptsOf(context: BrowserContext, path: string): Promise<string[]> {
	const page = await context.newPage();
	const files = new Set<string>();
	page.on("request", (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith(".js")) files.add(pathname);
	});
	await page.goto(path, { waitUntil: "networkidle" });
	await page.close();
	return [...files];
}

function allFiles(): string[] {
	return globSync("**/*.{js,css,html,svg,webmanifest}", { cwd: DIST, exclude: ["sample/**"] });
}

function gzipKb(files: readonly string[]): number {
	if (files.length === 0) throw new Error("The page loaded nothing: the figure would be worth nothing.");
	return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length / 1000, 0);
}

function limit(scenario: string, kb: number, goalKb: number): Row {
	return {
		scenario,
		peer: "–",
		ours: `${kb.toFixed(1)} kB`,
		ratio: "–",
		goal: `≤ ${goalKb} kB`,
		pass: kb <= goalKb,
	};
}
