import type { Page } from "@playwright/test";
import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

const SUBSCRIPTION = "Visio Plan 2";

test("the app starts without a network, what is edited there survives a reload and is committed afterwards", async ({
	open,
}) => {
	const lena = await open("lena", { serviceWorkers: "allow" });
	const miriam = await open("miriam");
	await openTransfers(lena);
	await openTransfers(miriam);
	await whenInstalled(lena);

	await lena.context().setOffline(true);
	await lena.reload();
	await expect(subscription(lena, SUBSCRIPTION)).toContainText("Available");
	await expect(lena.getByRole("banner").or(lena.getByRole("main"))).not.toHaveCount(0);
	const panel = await openPanel(lena, SUBSCRIPTION);
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await panel.getByRole("button", { name: "Save schedule" }).click();
	await expect(subscription(lena, SUBSCRIPTION)).toContainText("Waiting for commit");
	await expect(lena.getByRole("button", { name: /^Offline/ })).toContainText("waiting");

	await lena.reload();
	await expect(subscription(lena, SUBSCRIPTION)).toContainText("Waiting for commit");
	await expect(
		lena.getByRole("complementary", { name: SUBSCRIPTION }).getByRole("spinbutton", { name: "Licences" }),
	).toHaveValue("20");

	await lena.context().setOffline(false);
	await expect(subscription(lena, SUBSCRIPTION)).toContainText(/Committed\s*#1/);
	await expect(subscription(miriam, SUBSCRIPTION)).toContainText(/Committed\s*#1/);
	await expect(lena.getByRole("button", { name: /^Synced/ })).toBeVisible();
});

test("a killed server: the header says so, nothing that was committed is missing when it is back", async ({
	open,
	server,
}) => {
	const lena = await open("lena");
	await openTransfers(lena);
	const panel = await openPanel(lena, SUBSCRIPTION);
	await panel.getByRole("button", { name: "Save schedule" }).click();
	await expect(subscription(lena, SUBSCRIPTION)).toContainText(/Committed\s*#1/);

	await server.kill();
	await expect(lena.getByRole("button", { name: /^Reconnecting/ })).toBeVisible();
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await panel.getByRole("button", { name: "Save change" }).click();
	await server.start();
	// it tries again by itself, at longer and longer intervals
	await expect(lena.getByRole("button", { name: /^Synced/ })).toBeVisible({ timeout: 30_000 });
	await expect(subscription(lena, SUBSCRIPTION)).toContainText(/Committed\s*#11 year, monthly 20 licences/);
});

/** Every file of the app is on the device. */
async function whenInstalled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
}
