import type { Page } from "@playwright/test";
import { recordReceived } from "./support/frames.ts";
import { expect, test } from "./support/staffel.ts";
import { expectReason, openPanel, openTransfers, schedule, subscription } from "./support/transfers.ts";

// Rheinblick (Deniz) and Nordlicht (Lena) are both related to Hansewerk, and both want the same subscription.

const SUBSCRIPTION = "Power BI Pro";
const HOUR_MS = 60 * 60 * 1000;
const HELD = "Another partner has scheduled the renewal of this subscription.";

test("(a) both online: the first is committed, the second keeps its input and learns only that it is held", async ({
	open,
}) => {
	const deniz = await open("deniz");
	const lena = await open("lena");
	const received = recordReceived(lena);
	await lena.reload();
	await openTransfers(deniz);
	await openTransfers(lena);

	// Lena has begun, but Deniz submits first
	const panel = await openPanel(lena, SUBSCRIPTION);
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("77");
	await schedule(deniz, SUBSCRIPTION, 96);

	await expectCommitted(deniz);
	await expectHeld(lena, "77");
	await expectIgnorance(lena, received, "rheinblick");
});

test("(b) A offline first, B online: B holds it although A's input is older", async ({ open }) => {
	const deniz = await open("deniz");
	const lena = await open("lena");
	await openTransfers(deniz);
	await openTransfers(lena);
	const received = recordReceived(deniz);

	await deniz.context().setOffline(true);
	await schedule(deniz, SUBSCRIPTION, 60);
	await expect(subscription(deniz, SUBSCRIPTION)).toContainText("Waiting for commit");

	await schedule(lena, SUBSCRIPTION, 90);
	await expectCommitted(lena);

	await deniz.context().setOffline(false);
	await expectHeld(deniz, "60");
	await expectCommitted(lena);
	await expectIgnorance(deniz, received, "nordlicht");
});

test("(c) both offline: whoever reconnects first holds it", async ({ open }) => {
	const deniz = await open("deniz");
	const lena = await open("lena");
	await openTransfers(deniz);
	await openTransfers(lena);
	const received = recordReceived(deniz);
	await deniz.context().setOffline(true);
	await lena.context().setOffline(true);

	await schedule(deniz, SUBSCRIPTION, 60);
	await expect(subscription(deniz, SUBSCRIPTION)).toContainText("Waiting for commit");
	await schedule(lena, SUBSCRIPTION, 90);
	await expect(subscription(lena, SUBSCRIPTION)).toContainText("Waiting for commit");

	await lena.context().setOffline(false);
	await expectCommitted(lena);
	await deniz.context().setOffline(false);
	await expectHeld(deniz, "60");
	await expectCommitted(lena);
	await expectIgnorance(deniz, received, "nordlicht");
});

test("(d) the holder cancels: the other's second try is committed", async ({ open }) => {
	const deniz = await open("deniz");
	const lena = await open("lena");
	await openTransfers(deniz);
	await openTransfers(lena);
	const received = recordReceived(lena);
	await lena.context().setOffline(true);
	await schedule(lena, SUBSCRIPTION, 90);
	await schedule(deniz, SUBSCRIPTION, 60);
	await expectCommitted(deniz);
	await lena.context().setOffline(false);
	await expectHeld(lena, "90");

	await deniz.getByRole("button", { name: "Cancel schedule" }).click();
	await deniz.getByRole("dialog").getByRole("button", { name: "Cancel schedule" }).click();
	await expect(subscription(deniz, SUBSCRIPTION)).toContainText("Available");

	const row = subscription(lena, SUBSCRIPTION);
	await expect(row).not.toContainText("Not available");
	const panel = lena.getByRole("complementary", { name: SUBSCRIPTION });
	await expect(panel.getByRole("spinbutton", { name: "Licences" })).toHaveValue("90");
	await panel.getByRole("button", { name: /^Save/ }).click();
	await expectCommitted(lena);
	await expectIgnorance(lena, received, "rheinblick");
	await expect(subscription(deniz, SUBSCRIPTION)).toContainText("Not available");
});

test("(e) a clock that is set back by a day changes nothing", async ({ open }) => {
	const deniz = await open("deniz", { clockAheadMs: -24 * HOUR_MS });
	const lena = await open("lena");
	await openTransfers(deniz);
	await openTransfers(lena);
	const received = recordReceived(deniz);
	await deniz.context().setOffline(true);
	await schedule(deniz, SUBSCRIPTION, 60);
	await schedule(lena, SUBSCRIPTION, 90);
	await expectCommitted(lena);

	await deniz.context().setOffline(false);
	await expectHeld(deniz, "60");
	await expectCommitted(lena);
	await expectIgnorance(deniz, received, "nordlicht");
});

async function expectCommitted(page: Page): Promise<void> {
	await expect(subscription(page, SUBSCRIPTION)).toContainText(/Committed\s*#\d+/);
}

/** The row says so, the pill says why, and what the person had typed still stands in the panel. */
async function expectHeld(page: Page, licences: string): Promise<void> {
	const row = subscription(page, SUBSCRIPTION);
	await expect(row).toContainText("Not available");
	await expectReason(page, row, "Not available", HELD);
	const panel = page.getByRole("complementary", { name: SUBSCRIPTION });
	await expect(panel.getByRole("spinbutton", { name: "Licences" })).toHaveValue(licences);
	await expect(panel).toContainText("Your input is kept.");
}

/** Neither the page nor any byte that it was sent names the other partner. */
async function expectIgnorance(
	page: Page,
	received: ReturnType<typeof recordReceived>,
	partner: string,
): Promise<void> {
	expect(received.bytes()).toBeGreaterThan(0);
	expect(await received.contains(partner)).toBe(false);
	expect((await page.locator("body").innerText()).toLowerCase()).not.toContain(partner);
	expect((await page.content()).toLowerCase()).not.toContain(partner);
}
