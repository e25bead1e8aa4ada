import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

const SUBSCRIPTION = "Visio Plan 2";

test("two members in one schedule see each other, and their changes to two fields both stand", async ({
	open,
}) => {
	const lena = await open("lena");
	const miriam = await open("miriam");
	await openTransfers(lena);
	await openTransfers(miriam);

	const lenas = await openPanel(lena, SUBSCRIPTION);
	await lenas.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await expect(subscription(miriam, SUBSCRIPTION)).toContainText("Draft");
	const miriams = await openPanel(miriam, SUBSCRIPTION);
	await expect(miriams.getByRole("spinbutton", { name: "Licences" })).toHaveValue("20");
	await expect(miriams).toContainText("Lena Brandt");
	await expect(lenas).toContainText("Miriam Öztürk");

	// at the same time, in two fields
	await Promise.all([
		lenas.getByRole("spinbutton", { name: "Licences" }).fill("21"),
		miriams.getByRole("radio", { name: "Annual" }).check(),
	]);
	for (const panel of [lenas, miriams]) {
		await expect(panel.getByRole("spinbutton", { name: "Licences" })).toHaveValue("21");
		await expect(panel.getByRole("radio", { name: "Annual" })).toBeChecked();
	}

	// and without a connection between them
	await lena.context().setOffline(true);
	await lenas.getByRole("spinbutton", { name: "Licences" }).fill("22");
	await miriams.getByRole("radio", { name: "Monthly" }).check();
	await lena.context().setOffline(false);
	for (const panel of [lenas, miriams]) {
		await expect(panel.getByRole("spinbutton", { name: "Licences" })).toHaveValue("22");
		await expect(panel.getByRole("radio", { name: "Monthly" })).toBeChecked();
	}
});

test("a commit of one member shows at the other, with its number", async ({ open }) => {
	const lena = await open("lena");
	const miriam = await open("miriam");
	await openTransfers(lena);
	await openTransfers(miriam);
	const panel = await openPanel(lena, SUBSCRIPTION);
	await panel.getByRole("button", { name: "Save schedule" }).click();

	await expect(subscription(lena, SUBSCRIPTION)).toContainText(/Committed\s*#1/);
	await expect(subscription(miriam, SUBSCRIPTION)).toContainText(/Committed\s*#1/);
	await panel.getByRole("button", { name: "Verify receipt" }).click();
	await expect(panel.getByText("Signature and hash are valid")).toBeVisible();
});
