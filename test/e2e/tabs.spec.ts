import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

const SUBSCRIPTION = "Visio Plan 2";

test("two tabs of one member share one connection, and the second takes it over when the first is closed", async ({
	open,
}) => {
	const first = await open("lena");
	const miriam = await open("miriam");
	await openTransfers(first);
	await openTransfers(miriam);
	const second = await first.context().newPage();
	let sockets = 0;
	second.on("websocket", () => sockets++);
	await second.goto(first.url());
	await expect(second.getByRole("button", { name: /^Synced/ })).toBeVisible();

	// what is typed in the tab without sockets reaches the colleague, and back
	const panel = await openPanel(second, SUBSCRIPTION);
	const licences = panel.getByRole("spinbutton", { name: "Licences" });
	await licences.fill("20");
	await expect(subscription(miriam, SUBSCRIPTION)).toContainText("Draft");
	const miriams = await openPanel(miriam, SUBSCRIPTION);
	await expect(miriams).toContainText("Lena Brandt");
	await miriams.getByRole("spinbutton", { name: "Licences" }).fill("21");
	await expect(licences).toHaveValue("21");
	expect(sockets).toBe(0);

	await first.close();
	await expect.poll(() => sockets).toBe(2); // one for each document
	await expect(second.getByRole("button", { name: /^Synced/ })).toBeVisible();
	await panel.getByRole("button", { name: "Save schedule" }).click();
	for (const page of [second, miriam]) {
		await expect(subscription(page, SUBSCRIPTION)).toContainText(/Committed\s*#1/);
	}
});
