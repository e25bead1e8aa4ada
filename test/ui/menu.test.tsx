import { render, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { Menu, type MenuEntry } from "#ui/menu.tsx";
import "#ui/styles/styles.css";

function showMenu() {
	const run: string[] = [];
	const action = (label: string, more = {}): MenuEntry => ({
		kind: "action",
		label,
		run: () => run.push(label),
		...more,
	});
	const entries: MenuEntry[] = [
		action("Edit"),
		{ kind: "separator" },
		action("Copy"),
		action("Cut"),
		{ kind: "title", label: "Theme" },
		action("Dark", { checked: true }),
	];
	render(() => (
		<Menu
			label="Actions"
			entries={entries}
			trigger={(trigger) => (
				<button type="button" {...trigger}>
					{"More"}
				</button>
			)}
		/>
	));
	return { run, button: screen.getByRole("button", { name: "More" }) };
}

test("opens with the first entry in focus; arrows, Home, End and letters move it, and it goes round", async () => {
	const { button } = showMenu();
	button.focus();
	await userEvent.keyboard("{Enter}");
	await waitFor(() => expect(document.activeElement).toHaveTextContent("Edit"));
	expect(button).toHaveAttribute("aria-expanded", "true");

	for (const [key, label] of [
		["{ArrowDown}", "Copy"],
		["{End}", "Dark"],
		["{ArrowDown}", "Edit"],
		["{ArrowUp}", "Dark"],
		["{Home}", "Edit"],
		["c", "Copy"],
		["c", "Cut"],
	] as const) {
		await userEvent.keyboard(key);
		expect(document.activeElement).toHaveTextContent(label);
	}
});

test("Enter runs an entry and closes; Escape closes and gives the focus back", async () => {
	const { run, button } = showMenu();
	await userEvent.click(button);
	await waitFor(() => expect(screen.getByRole("menu")).toBeVisible());
	await userEvent.keyboard("{ArrowDown}{Enter}");
	expect(run).toEqual(["Copy"]);
	await waitFor(() => expect(button).toHaveAttribute("aria-expanded", "false"));

	await userEvent.click(button);
	await waitFor(() => expect(screen.getByRole("menuitemradio", { checked: true })).toBeVisible());
	await userEvent.keyboard("{Escape}");
	await waitFor(() => expect(button).toHaveAttribute("aria-expanded", "false"));
	expect(document.activeElement).toBe(button);
});
