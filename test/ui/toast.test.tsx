import { render, screen } from "@solidjs/testing-library";
import { Check, Lock } from "lucide";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createToasts, ToastProvider } from "#ui/toast.tsx";
import "#ui/styles/styles.css";

function showToasts() {
	const toasts = createToasts();
	render(() => (
		<ToastProvider toasts={toasts} label="Messages" closeLabel="Close">
			<main />
		</ToastProvider>
	));
	return toasts;
}

test("keeps at most three; the oldest goes first", () => {
	const toasts = showToasts();
	for (const title of ["one", "two", "three", "four"]) toasts.show({ tone: "ok", icon: Check, title });
	const titles = screen.getAllByRole("status").map((toast) => toast.querySelector("b")?.textContent);
	expect(titles).toEqual(["two", "three", "four"]);
});

test("a message takes the place of an earlier one about the same thing", () => {
	const toasts = showToasts();
	toasts.show({ tone: "local", icon: Lock, title: "Saved on this device", about: "revision-1" });
	toasts.show({ tone: "local", icon: Lock, title: "Another one", about: "revision-2" });
	toasts.show({ tone: "ok", icon: Check, title: "Committed", about: "revision-1" });
	const titles = screen.getAllByRole("status").map((toast) => toast.querySelector("b")?.textContent);
	expect(titles).toEqual(["Another one", "Committed"]);
});

test("an action runs and closes its message; the button closes one without doing anything", async () => {
	const toasts = showToasts();
	let undone = 0;
	toasts.show({ tone: "neutral", icon: Lock, title: "Held", action: { label: "Undo", run: () => undone++ } });
	toasts.show({ tone: "bad", icon: Lock, title: "Refused" });
	await userEvent.click(screen.getByRole("button", { name: "Undo" }));
	expect(undone).toBe(1);
	expect(screen.queryByText("Held")).toBeNull();
	expect(screen.getByRole("alert").textContent).toContain("Refused");
	await userEvent.click(screen.getByRole("button", { name: "Close" }));
	expect(screen.queryByRole("alert")).toBeNull();
});
