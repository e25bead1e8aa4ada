import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright";
import { build, preview } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { findBrowser } from "../support/find-browser.ts";
import type { OpenPlanPage } from "./open-plan/page.tsx";
import type { Bench, Row } from "./row.ts";

declare const bench: OpenPlanPage;

/** How long a page is watched after it is open. */
const WATCH_MS = 5_000;
const ROOT = join(import.meta.dirname, "open-plan");

/**
 * Opens a plan of 5,000 customers, 20,000 agreements and 100,000 lines in Chromium, from a database on disk, each time
 * in a new page and in turn: bare `Y.applyUpdate`, the app until its customers are on screen, and the usual way.
 */
export const run: Bench = async ({ quick }) => {
	const customers = quick ? 1_000 : 5_000;
	const rounds = quick ? 3 : 5;
	const folder = mkdtempSync(join(tmpdir(), "staffel-bench-"));
	const outDir = join(folder, "page");
	const common = { root: ROOT, configFile: false as const, logLevel: "error" as const };
	const plugins = [solid(), VitePWA({ disable: true })];
	await build({ ...common, plugins, build: { target: "es2023", outDir, emptyOutDir: true } });
	const server = await preview({ ...common, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
	const url = server.resolvedUrls?.local[0] ?? "";
	const { executablePath, args, env } = await findBrowser();
	// A context that is not persistent keeps its databases in memory.
	const context = await chromium.launchPersistentContext(join(folder, "profile"), {
		executablePath,
		args,
		viewport: { width: 1280, height: 800 },
		...(env === undefined ? {} : { env }),
	});
	try {
		await inPage(context, url, (page) => page.evaluate((count) => bench.fill(count), customers));
		const bare: number[] = [];
		const stock: number[] = [];
		const ours: number[] = [];
		const blocks: number[] = [];
		for (let round = 0; round < rounds; round++) {
			bare.push(await inPage(context, url, (page) => page.evaluate(() => bench.bare())));
			const opened = await inPage(context, url, (page) => page.evaluate((ms) => bench.ours(ms), WATCH_MS));
			ours.push(opened.openMs);
			blocks.push(opened.longestBlockMs);
			stock.push(await inPage(context, url, (page) => page.evaluate(() => bench.stock())));
		}
		return rowsOf({ customers, bare: median(bare), ours: median(ours), stock: median(stock), blocks });
	} finally {
		await context.close();
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
};

type Page = Awaited<ReturnType<BrowserContext["newPage"]>>;

async function inPage<T>(context: BrowserContext, url: string, use: (page: Page) => Promise<T>): Promise<T> {
	const page = await context.newPage();
	try {
		await page.goto(url);
		return await use(page);
	} finally {
		await page.close();
	}
}

function rowsOf(found: {
	customers: number;
	bare: number;
	ours: number;
	stock: number;
	blocks: readonly number[];
}): Row[] {
	const lines = (found.customers * 20).toLocaleString("en");
	const opening = `Opening a plan of ${lines} lines until its customers are on screen`;
	const ours = `${found.ours.toFixed(0)} ms`;
	const compare = (peer: string, peerMs: number, most: number): Row => ({
		scenario: opening,
		peer: `${peer}, ${peerMs.toFixed(0)} ms`,
		ours,
		ratio: `${(found.ours / peerMs).toFixed(2)} ×`,
		goal: `≤ ${most} ×`,
		pass: found.ours <= most * peerMs,
	});
	const longest = Math.max(...found.blocks);
	return [
		compare("bare Y.applyUpdate", found.bare, 1.5),
		compare("y-indexeddb, one object for each line", found.stock, 0.5),
		{
			scenario: "Longest block of the page after that",
			peer: "–",
			ours: longest < 50 ? "< 50 ms" : `${longest.toFixed(0)} ms`,
			ratio: "–",
			goal: "≤ 200 ms",
			pass: longest <= 200,
		},
	];
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
