import { screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { SignInPage } from "#features/sign-in/sign-in-page.tsx";
import { type ApiCall, serveApi } from "../support/memory-api.ts";
import { showPeople } from "../support/show-people.tsx";

const LENA = { user: { id: "lena", name: "Lena", email: "lena@x.example", operator: false }, team: null };

function serveSignIn(answer: (call: ApiCall) => { status: number; body?: unknown } | "no network") {
	return serveApi({
		"POST /api/auth/sign-in/email": answer,
		"GET /api/session": { status: 200, body: LENA },
	});
}

async function signIn(password: string): Promise<void> {
	await userEvent.fill(screen.getByLabelText("E-mail"), "lena@x.example");
	await userEvent.fill(screen.getByLabelText("Password"), password);
	await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

test("lets in with the right password", async () => {
	const { calls } = serveSignIn(() => ({ status: 204 }));
	const { entered } = showPeople(() => <SignInPage hasWorkspace={false} />, { at: "/sign-in" });
	await signIn("from-hand-to-hand");
	await waitFor(() => expect(entered).toEqual([LENA]));
	expect(calls[0]?.body).toEqual({ email: "lena@x.example", password: "from-hand-to-hand" });
});

test.each([
	[{ status: 401, body: { error: "wrong-password" } }, "No account with this e-mail and password."],
	[{ status: 429, body: { error: "too-many-tries" } }, "Too many tries. Wait a minute, then try again."],
	["no network", "The server does not answer. Check the connection and try again."],
] as const)("keeps what was typed and says why it did not work: %o", async (answer, sentence) => {
	serveSignIn(() => answer);
	const { entered } = showPeople(() => <SignInPage hasWorkspace />, { at: "/sign-in" });
	await signIn("wrong");
	await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(sentence));
	expect(screen.getByLabelText("E-mail")).toHaveValue("lena@x.example");
	expect(screen.getByLabelText("Password")).toHaveValue("wrong");
	expect(entered).toEqual([]);
});
