import type { Page } from "playwright";
import { PASSWORD } from "../../e2e/support/server.ts";

/** Lena Brandt, admin agent of the sample's team with the most customers. */
export async function signInAsLena(page: Page): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill("lena.brandt@nordlicht.example");
	await page.getByLabel("Password").fill(PASSWORD);
	await page.getByRole("button", { name: "Sign in" }).click();
	await page.getByRole("table", { name: "Customers" }).waitFor();
}
