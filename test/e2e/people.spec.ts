import { expect, test } from "./support/staffel.ts";
import { openPanel, openTransfers, subscription } from "./support/transfers.ts";

test("from the set-up link over a partner and an invitation to a member who signs out and in again", async ({
	emptyServer,
	openEmpty,
}) => {
	const operator = await openEmpty({ path: emptyServer.setupUrl ?? "" });
	await operator.getByLabel("Your name").fill("Olga Operator");
	await operator.getByLabel("E-mail").fill("olga@staffel.example");
	await operator.getByLabel("Password").fill("short");
	await operator.getByRole("button", { name: "Create operator account" }).click();
	await expect(operator.getByText("The password needs at least 10 characters.")).toBeVisible();
	await operator.getByLabel("Password").fill("correct horse battery");
	await operator.getByRole("button", { name: "Create operator account" }).click();

	await operator.getByRole("button", { name: "New partner" }).click();
	await operator.getByLabel("Company").fill("Küstenwerk IT GmbH");
	await expect(operator.getByText("CSP region EU/EFTA")).toBeVisible();
	await operator.getByRole("button", { name: "Create partner" }).click();

	await operator.getByRole("button", { name: "Invite account admin" }).click();
	await operator.getByLabel("Name", { exact: true }).fill("Kim Kuhn");
	await operator.getByLabel("E-mail").fill("kim@kuestenwerk.example");
	await operator.getByRole("checkbox", { name: /Admin agent/ }).check();
	await operator.getByRole("button", { name: "Create link" }).click();
	const link = await operator.getByLabel("Invitation link").inputValue();

	const kim = await openEmpty({ path: link });
	await expect(kim.getByRole("heading", { name: "Join Küstenwerk IT GmbH" })).toBeVisible();
	await expect(kim.getByText("Submits, changes and cancels schedules")).toBeVisible();
	await kim.getByLabel("Password").fill("correct horse battery");
	await kim.getByRole("button", { name: "Create account and join" }).click();
	await expect(kim.getByRole("heading", { name: "Customers", exact: true })).toBeVisible();

	await kim.getByRole("button", { name: /^Kim Kuhn/ }).click();
	await kim.getByRole("menuitem", { name: "Sign out" }).click();
	await expect(kim.getByRole("heading", { name: "How would you like to start?" })).toBeVisible();
	await kim.goto("/sign-in");
	await kim.getByLabel("E-mail").fill("kim@kuestenwerk.example");
	await kim.getByLabel("Password").fill("not the password");
	await kim.getByRole("button", { name: "Sign in" }).click();
	await expect(kim.getByText("No account with this e-mail and password.")).toBeVisible();
	await kim.getByLabel("Password").fill("correct horse battery");
	await kim.getByRole("button", { name: "Sign in" }).click();
	await expect(kim.getByRole("heading", { name: "Customers", exact: true })).toBeVisible();

	const late = await openEmpty({ path: link });
	await expect(late.getByText("This invitation has been used, withdrawn or has expired.")).toBeVisible();
	const again = await openEmpty({ path: emptyServer.setupUrl ?? "" });
	await expect(again.getByText("This link has been used or is no longer valid.")).toBeVisible();
});

test("a sales agent drafts, and cannot submit", async ({ open }) => {
	const paul = await open("paul");
	await openTransfers(paul);
	const panel = await openPanel(paul, "Visio Plan 2");
	await panel.getByRole("spinbutton", { name: "Licences" }).fill("20");
	await expect(subscription(paul, "Visio Plan 2")).toContainText("Draft");

	const save = panel.getByRole("button", { name: "Save schedule" });
	await expect(save).toBeDisabled();
	await save.hover({ force: true });
	await expect(paul.getByRole("tooltip")).toHaveText("Only admin agents can schedule renewals.");
	await paul.keyboard.press("Control+Enter");
	await expect(subscription(paul, "Visio Plan 2")).toContainText("Draft");
});

test("the operator ends and grants a relationship: without one a schedule is refused with that reason", async ({
	open,
}) => {
	const lena = await open("lena");
	await openTransfers(lena);
	await expect(subscription(lena, "Visio Plan 2")).toContainText("Available");

	const operator = await open("operator", { path: "/operator/relationships" });
	await operator
		.getByRole("button", {
			name: "End the relationship of Nordlicht Distribution with Hansewerk Logistik AG",
		})
		.click();
	await expect(operator.getByText("Relationship ended")).toBeVisible();
	await expect(subscription(lena, "Visio Plan 2")).toContainText("No relationship");

	await operator
		.getByLabel("Grant a partner access to Hansewerk Logistik AG")
		.selectOption({ label: "Nordlicht Distribution" });
	await expect(subscription(lena, "Visio Plan 2")).toContainText("Available");
});
