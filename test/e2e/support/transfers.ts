import { expect, type Locator, type Page } from "@playwright/test";

/** Two teams of the sample are related to it; its agreement 84120937 ends on 30 November. */
export const CUSTOMER = "Hansewerk Logistik AG";

/** From the list of customers to one customer's channel transfers. */
export async function openTransfers(page: Page, customer = CUSTOMER): Promise<void> {
	await page.getByRole("link", { name: customer }).click();
	await expect(page.getByRole("heading", { name: customer })).toBeVisible();
	await expect(subscriptions(page)).toBeVisible();
}

export function subscriptions(page: Page): Locator {
	return page.getByRole("table", { name: "Subscriptions of the selected agreements" });
}

/** The row of one EA subscription. */
export function subscription(page: Page, name: string): Locator {
	const heading = page.getByRole("rowheader", { name: new RegExp(`^${name}( End of sale)?$`) });
	return subscriptions(page).getByRole("row").filter({ has: heading });
}

/** Opens the panel of a subscription by its row's button. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
	await subscription(page, name).getByRole("button").last().click();
	const panel = page.getByRole("complementary", { name });
	await expect(panel).toBeVisible();
	return panel;
}

/** Opens the panel, sets the licences, and submits. */
export async function schedule(page: Page, name: string, licences: number): Promise<Locator> {
	const panel = await openPanel(page, name);
	await panel.getByRole("spinbutton", { name: "Licences" }).fill(String(licences));
	await panel.getByRole("button", { name: "Save schedule" }).click();
	return panel;
}

/** Hovers over the pill and reads why it says so. */
export async function expectReason(page: Page, row: Locator, label: string, reason: string): Promise<void> {
	await row.getByText(label, { exact: true }).hover();
	await expect(page.getByRole("tooltip").filter({ hasText: reason })).toBeVisible();
}
