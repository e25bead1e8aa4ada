import type { Page } from "@playwright/test";
import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

const EA = "test/fixtures/ea";

test("first run, local workspace, import, schedule: committed in this browser", async ({ openEmpty }) => {
	const page = await startLocalWorkspace(await openEmpty());
	await page.getByRole("link", { name: "Import" }).first().click();
	await page.getByLabel("Choose files").setInputFiles(`${EA}/agreements.csv`);
	await expectCounts(page, {
		Rows: "90",
		Customers: "25",
		Agreements: "36",
		Subscriptions: "90",
		Seats: "16,086",
	});
	await page.getByRole("button", { name: "Import 36 agreements" }).click();
	await expect(page.getByText("Agreements: 36 new, 0 changed, 0 unchanged.")).toBeVisible();
	await page.getByRole("link", { name: "To the customers" }).click();

	await openTransfers(page);
	const panel = await openPanel(page, "Visio Plan 2 ALNG SubVL MVL Per User");
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await panel.getByRole("button", { name: "Save schedule" }).click();
	const row = subscription(page, "Visio Plan 2 ALNG SubVL MVL Per User");
	await expect(row).toContainText(/Committed\s*#1/);

	await page.reload();
	await expect(row).toContainText(/Committed\s*#1/);
});

test.describe("an import shows exactly what the file holds", () => {
	const FILES = [
		[
			["agreements.csv"],
			{
				Rows: "90",
				Customers: "25",
				Agreements: "36",
				Subscriptions: "90",
				Seats: "16,086",
				"Rejected rows": "0",
			},
		],
		[
			["agreements-utf16.csv"],
			{
				Rows: "90",
				Customers: "25",
				Agreements: "36",
				Subscriptions: "90",
				Seats: "16,086",
				"Rejected rows": "0",
			},
		],
		[
			["contracts.csv", "orders.csv"],
			{ Customers: "25", Agreements: "36", Subscriptions: "90", Seats: "16,086", "Rejected rows": "0" },
		],
	] as const;
	for (const [files, counts] of FILES) {
		test(files.join(" and "), async ({ openEmpty }) => {
			const page = await startLocalWorkspace(await openEmpty());
			await page.goto("/import");
			await page.getByLabel("Choose files").setInputFiles(files.map((file) => `${EA}/${file}`));
			await expectCounts(page, counts);
		});
	}

	test("agreements-messy.csv, after its question", async ({ openEmpty }) => {
		const page = await startLocalWorkspace(await openEmpty());
		await page.goto("/import");
		await page.getByLabel("Choose files").setInputFiles(`${EA}/agreements-messy.csv`);
		await page.getByRole("radio", { name: "3 Apr 2027" }).check();
		await expectCounts(page, {
			Rows: "98",
			Customers: "25",
			Agreements: "37",
			Subscriptions: "91",
			Seats: "16,126",
			"Rejected rows": "4",
		});
		await expect(page.getByText("Seats cannot be negative.")).toBeVisible();
		await expect(page.getByText("This country lies in no CSP region.")).toBeVisible();
	});

	test("mls-pivot.csv, which makes no subscriptions", async ({ openEmpty }) => {
		const page = await startLocalWorkspace(await openEmpty());
		await page.goto("/import");
		await page.getByLabel("Choose files").setInputFiles(`${EA}/mls-pivot.csv`);
		await expect(page.getByText("2,180")).toBeVisible();
	});
});

test("an import is undone in one step; a foreign file is refused with a sentence", async ({ openEmpty }) => {
	const page = await startLocalWorkspace(await openEmpty());
	await page.goto("/import");
	await page.getByLabel("Choose files").setInputFiles({
		name: "cats.csv",
		mimeType: "text/csv",
		buffer: Buffer.from("name,colour\nMimi,black\n"),
	});
	await expect(page.getByRole("alert")).toHaveText(
		"This is no export that Staffel knows: it has none of the expected columns.",
	);
	await page.getByRole("button", { name: "Remove cats.csv" }).click();
	await page.getByLabel("Choose files").setInputFiles(`${EA}/agreements.csv`);
	await page.getByRole("button", { name: "Import 36 agreements" }).click();
	await page.getByRole("button", { name: "Undo" }).click();
	await expect(page.getByText("The import was undone")).toBeVisible();
	await page.getByRole("link", { name: "To the customers" }).click();
	await expect(page.getByRole("table", { name: "Customers" })).toHaveCount(0);
});

test("the sample opens with its customers, and everything of it can be scheduled", async ({ openEmpty }) => {
	const page = await openEmpty();
	await page.getByRole("radio", { name: "Try with sample data" }).check();
	await page.getByRole("button", { name: "Load sample data" }).click();
	await openTransfers(page);
	const panel = await openPanel(page, "Visio Plan 2");
	await panel.getByRole("button", { name: "Save schedule" }).click();
	await expect(subscription(page, "Visio Plan 2")).toContainText(/Committed\s*#1/);
});

async function startLocalWorkspace(page: Page): Promise<Page> {
	await page.getByRole("radio", { name: "Start a local workspace" }).check();
	await page.getByLabel("Company").fill("Rheinblick Cloud Services GmbH");
	await page.getByLabel("Your name").fill("Deniz Kaya");
	await page.getByLabel("Country").selectOption("DE");
	await page.getByRole("button", { name: "Start" }).click();
	await expect(page.getByRole("heading", { name: "Customers", exact: true })).toBeVisible();
	return page;
}

async function expectCounts(page: Page, counts: Record<string, string>): Promise<void> {
	const section = page.getByRole("region", { name: "What this import brings" });
	for (const [label, value] of Object.entries(counts)) {
		const term = section.locator("div").filter({ has: page.getByText(label, { exact: true }) });
		await expect(term.locator("dd").first(), label).toHaveText(value);
	}
}
