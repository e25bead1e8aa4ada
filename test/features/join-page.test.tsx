import { screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { JoinPage } from "#features/join/join-page.tsx";
import { serveApi } from "../support/memory-api.ts";
import { showPeople } from "../support/show-people.tsx";

const INVITATION = {
	partnerName: "Nordlicht Distribution",
	email: "jonas@nordlicht.example",
	name: "Jonas Weigel",
	roles: ["sales-agent"],
};
const JONAS = { id: "jonas", name: "Jonas W.", email: INVITATION.email, operator: false };
const AT = { at: "/join/t0ken", pattern: "/join/:token" };

test("makes an account with the invited name and lets in", async () => {
	const { calls } = serveApi({
		"GET /api/invitations/t0ken": { status: 200, body: INVITATION },
		"POST /api/invitations/t0ken": { status: 204 },
		"GET /api/session": { status: 200, body: { user: JONAS, team: null } },
	});
	const { entered } = showPeople(JoinPage, AT);
	await waitFor(() => screen.getByRole("heading", { name: "Join Nordlicht Distribution" }));
	expect(screen.getByText("Reads and drafts")).toBeVisible();
	await userEvent.fill(screen.getByLabelText("Password"), "short");
	await userEvent.click(screen.getByRole("button", { name: "Create account and join" }));
	expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(
		"The password needs at least 10 characters.",
	);

	await userEvent.fill(screen.getByLabelText("Password"), "long enough now");
	await userEvent.click(screen.getByRole("button", { name: "Create account and join" }));
	await waitFor(() => expect(entered).toHaveLength(1));
	expect(calls.find((call) => call.method === "POST")?.body).toEqual({
		name: "Jonas Weigel",
		password: "long enough now",
	});
});

test("joins with the account that is signed in, without a password", async () => {
	const { calls } = serveApi({
		"GET /api/invitations/t0ken": { status: 200, body: INVITATION },
		"POST /api/invitations/t0ken": { status: 204 },
		"GET /api/session": { status: 200, body: { user: JONAS, team: null } },
	});
	const { entered } = showPeople(JoinPage, { ...AT, info: { user: JONAS, team: null } });
	await userEvent.click(await screen.findByRole("button", { name: "Join as Jonas W." }));
	await waitFor(() => expect(entered).toHaveLength(1));
	expect(calls.find((call) => call.method === "POST")?.body).toBeUndefined();
});

test("sends somebody who has an account already to sign in", async () => {
	serveApi({
		"GET /api/invitations/t0ken": { status: 200, body: INVITATION },
		"POST /api/invitations/t0ken": { status: 409, body: { error: "account-exists" } },
	});
	showPeople(JoinPage, AT);
	await userEvent.fill(await screen.findByLabelText("Password"), "long enough now");
	await userEvent.click(screen.getByRole("button", { name: "Create account and join" }));
	expect(await screen.findByRole("link", { name: "Sign in with your account" })).toHaveAttribute(
		"href",
		"/sign-in",
	);
	expect(screen.getByLabelText("Password")).toHaveValue("long enough now");
});

test("says that a link is used up, in German too", async () => {
	serveApi({ "GET /api/invitations/t0ken": { status: 404, body: { error: "link-dead" } } });
	showPeople(JoinPage, { ...AT, locale: "de" });
	expect(
		await screen.findByRole("heading", {
			name: "Diese Einladung wurde verwendet, zurückgezogen oder ist abgelaufen.",
		}),
	).toBeVisible();
});
