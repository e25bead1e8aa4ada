import { screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { SetupPage } from "#features/setup/setup-page.tsx";
import { serveApi } from "../support/memory-api.ts";
import { showPeople } from "../support/show-people.tsx";

const AT = { at: "/setup/t0ken", pattern: "/setup/:token" };
const OLGA = { user: { id: "o", name: "Olga", email: "olga@x.example", operator: true }, team: null };

test("makes the operator's account with the token of the link", async () => {
	const { calls } = serveApi({
		"GET /api/setup/t0ken": { status: 204 },
		"POST /api/setup": { status: 204 },
		"GET /api/session": { status: 200, body: OLGA },
	});
	const { entered } = showPeople(SetupPage, AT);
	await userEvent.fill(screen.getByLabelText("Your name"), "Olga");
	await userEvent.fill(screen.getByLabelText("E-mail"), "olga@x.example");
	await userEvent.fill(screen.getByLabelText("Password"), "operator-password");
	await userEvent.click(screen.getByRole("button", { name: "Create operator account" }));
	await waitFor(() => expect(entered).toEqual([OLGA]));
	expect(calls.find((call) => call.method === "POST")?.body).toEqual({
		token: "t0ken",
		name: "Olga",
		email: "olga@x.example",
		password: "operator-password",
	});
});

test("says that the link is dead before anybody types", async () => {
	serveApi({ "GET /api/setup/t0ken": { status: 404, body: { error: "link-dead" } } });
	showPeople(SetupPage, AT);
	expect(
		await screen.findByRole("heading", { name: "This link has been used or is no longer valid." }),
	).toBeVisible();
	expect(screen.queryByLabelText("Password")).toBeNull();
});
