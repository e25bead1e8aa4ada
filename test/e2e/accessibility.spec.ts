import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

test("customers and channel transfers have no axe finding, light or dark", async ({ open }) => {
	const page = await open("anna");
	await expect(page.getByRole("table", { name: "Customers" })).toBeVisible();
	await expectNoFinding(page, "customers");
	await openTransfers(page);
	await expectNoFinding(page, "channel transfers");
	const panel = await openPanel(page, "Visio Plan 2");
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await expectNoFinding(page, "schedule panel");
});

test("import and team have no axe finding", async ({ open }) => {
	const page = await open("anna");
	await page.getByRole("link", { name: "Import" }).first().click();
	await page.getByLabel("Choose files").setInputFiles("test/fixtures/ea/agreements.csv");
	await expect(page.getByRole("button", { name: /^Import / })).toBeVisible();
	await expectNoFinding(page, "import");
	await page.getByRole("link", { name: "Team" }).click();
	await expect(page.getByText("Deniz Kaya", { exact: true })).toBeVisible();
	await expectNoFinding(page, "team");
});

test("the operator's pages have no axe finding", async ({ open }) => {
	const page = await open("operator", { path: "/operator" });
	for (const tab of ["Partners", "Relationships", "Catalogue"]) {
		await page.getByRole("link", { name: tab }).click();
		await expect(page.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
		await expectNoFinding(page, tab);
	}
});

test("the pages before signing in have no axe finding", async ({ emptyServer, openEmpty }) => {
	const page = await openEmpty();
	for (const way of ["Join your organisation’s server", "Start a local workspace", "Try with sample data"]) {
		await page.getByRole("radio", { name: way }).check();
		await expectNoFinding(page, way);
	}
	await page.goto("/sign-in");
	await expect(page.getByLabel("Password")).toBeVisible();
	await expectNoFinding(page, "sign in");
	await page.goto(emptyServer.setupUrl ?? "");
	await expect(page.getByLabel("Password")).toBeVisible();
	await expectNoFinding(page, "set-up");
	await page.goto("/join/nobody");
	await expect(page.getByText("This invitation has been used")).toBeVisible();
	await expectNoFinding(page, "join");
});

test("on a phone the transfers have no axe finding and do not scroll sideways", async ({ open }) => {
	const page = await open("lena", { viewport: { width: 360, height: 740 } });
	await page.getByRole("link", { name: "Hansewerk Logistik AG" }).click();
	await expect(page.getByText("Visio Plan 2").first()).toBeVisible();
	await expectNoFinding(page, "channel transfers");
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
});

test("the main job goes by keyboard alone, from signing in to the commit", async ({ open }) => {
	const page = await open(undefined, { path: "/sign-in" });
	await page.getByLabel("E-mail").focus();
	await page.keyboard.type("lena.brandt@nordlicht.example");
	await page.keyboard.press("Tab");
	await page.keyboard.type("from-hand-to-hand");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("table", { name: "Customers" })).toBeVisible();

	await page.keyboard.press("/");
	await page.keyboard.type("hansewerk");
	await tabTo(page, "Hansewerk Logistik AG");
	await page.keyboard.press("Enter");
	await expect(subscription(page, "Visio Plan 2")).toBeVisible();

	await walkTo(page, "Visio Plan 2");
	await page.keyboard.press("s");
	const panel = page.getByRole("complementary", { name: "Visio Plan 2" });
	await expect(panel).toBeFocused();
	await tabTo(page, "Licences");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Control+Enter");
	await expect(subscription(page, "Visio Plan 2")).toContainText(/Committed\s*#1/);
	await page.keyboard.press("Escape");
	await expect(panel).toBeHidden();
	await expect(subscription(page, "Visio Plan 2")).toBeFocused();
});

test("everything is there in German", async ({ open }) => {
	const page = await open("lena", { locale: "de-DE" });
	await expect(page.locator("html")).toHaveAttribute("lang", "de");
	await page.getByRole("link", { name: "Hansewerk Logistik AG" }).click();
	await expect(page.getByText("EA-Vereinbarungen")).toBeVisible();
	const row = page.getByRole("row").filter({ hasText: "Visio Plan 2" });
	await expect(row).toContainText("Verfügbar");
	await expect(page.getByText("30.11.2026").first()).toBeVisible();
	await row.getByRole("button", { name: "Verlängern an CSP" }).click();
	await page.getByRole("button", { name: "Zeitplan speichern" }).click();
	await expect(row).toContainText(/Festgeschrieben\s*#1/);
	await expectNoFinding(page, "German");
});

/** All of axe's rules, in both themes. */
async function expectNoFinding(page: Page, where: string): Promise<void> {
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		const { violations, passes } = await new AxeBuilder({ page }).analyze();
		expect(passes.length, "axe has looked at something").toBeGreaterThan(10);
		const findings = violations.map(
			({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
		);
		expect(findings, `${where}, ${colorScheme}`).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: "light" });
}

/** Presses Tab until the named control has the focus, as a person does who looks for it. */
async function tabTo(page: Page, name: string): Promise<void> {
	const wanted = page.locator(":focus").and(page.getByLabel(name).or(page.getByRole("link", { name })));
	for (let presses = 0; presses < 40 && (await wanted.count()) === 0; presses++)
		await page.keyboard.press("Tab");
	await expect(wanted).toHaveCount(1);
}

async function walkTo(page: Page, name: string): Promise<void> {
	const wanted = subscription(page, name).and(page.locator(":focus"));
	for (let presses = 0; presses < 40 && (await wanted.count()) === 0; presses++)
		await page.keyboard.press("j");
	await expect(wanted).toHaveCount(1);
}
