import { rmSync } from "node:fs";
import { chromium, type Page } from "playwright";
import { makeSeason, startE2eServer } from "../e2e/support/server.ts";
import { findBrowser } from "../support/find-browser.ts";
import type { Bench } from "./row.ts";
import { signInAsLena } from "./support/sign-in-as-lena.ts";

const CUSTOMERS = ["Hansewerk Logistik AG", "Kaltenbach Pharma SE", "Weserstahl AG", "Vogtland Textil GmbH"];
const GOAL_MS = 50;

/**
 * From the press on "Save schedule" to the painted frame that says "Committed": browser, socket, guard, registrar,
 * the synced transaction, the signature, and the way back, all on this machine.
 */
export const run: Bench = async ({ quick }) => {
	const season = await makeSeason();
	const server = await startE2eServer(season);
	rmSync(season, { recursive: true });
	const browser = await chromium.launch(await findBrowser());
	const context = await browser.newContext({ baseURL: server.url, serviceWorkers: "block" });
	const page = await context.newPage();
	await signInAsLena(page);

	const samples: number[] = [];
	for (const customer of quick ? CUSTOMERS.slice(0, 1) : CUSTOMERS) {
		await page.getByRole("link", { name: customer }).click();
		const renew = page.getByRole("button", { name: "Renew to CSP" });
		await renew.first().waitFor();
		for (let left = await renew.count(); left > 0; left--) {
			await renew.first().click();
			samples.push(await saveMs(page));
		}
		await page.getByRole("link", { name: "Customers" }).first().click();
	}
	await browser.close();
	await server.remove();

	samples.sort((a, b) => a - b);
	const at = (share: number) => samples[Math.floor(share * (samples.length - 1))] ?? Number.NaN;
	return [
		{
			scenario: `submit to committed on screen, loopback, median of ${samples.length}`,
			peer: "–",
			ours: `${at(0.5).toFixed(1)} ms (p95 ${at(0.95).toFixed(1)} ms)`,
			ratio: "–",
			goal: `≤ ${GOAL_MS} ms`,
			pass: at(0.5) <= GOAL_MS,
		},
	];
};

/** Presses save in the open panel; the time until the frame with the committed row has been drawn. */
function saveMs(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const key = new URL(location.href).searchParams.get("line") ?? "";
		const row = document.querySelector(`tr[data-key="${CSS.escape(key)}"]`);
		const save = document.querySelector<HTMLButtonElement>(
			'aside.panel .panel-foot [data-variant="primary"]',
		);
		if (row === null || save === null) throw new Error("There is no open panel to save.");

		const begin = performance.now();
		const drawn = new Promise<number>((resolve) => {
			// A message that is posted before a frame is drawn comes after it has been.
			const { port1, port2 } = new MessageChannel();
			const atFrame = () => port2.postMessage(undefined);
			port1.onmessage = () => {
				if (row.querySelector('[data-state="committed"]') === null) requestAnimationFrame(atFrame);
				else resolve(performance.now() - begin);
			};
			requestAnimationFrame(atFrame);
		});
		save.click();
		return await drawn;
	});
}
