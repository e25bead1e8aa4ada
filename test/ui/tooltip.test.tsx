import { render, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { Button } from "#ui/button.tsx";
import { Tooltip } from "#ui/tooltip.tsx";
import "#ui/styles/styles.css";

test("shows at once on focus, closes by Escape, and describes what it stands at", async () => {
	render(() => (
		<Tooltip text="Only admin agents" focusable>
			<span>{"Not available"}</span>
		</Tooltip>
	));
	await userEvent.tab();
	const tooltip = screen.getByRole("tooltip");
	await waitFor(() => expect(tooltip).toBeVisible());
	expect(document.activeElement).toHaveAccessibleDescription("Only admin agents");
	await userEvent.keyboard("{Escape}");
	await waitFor(() => expect(tooltip).not.toBeVisible());
});

test("shows after a while under the mouse and goes with it", async () => {
	render(() => (
		<>
			<Tooltip text="Save (Ctrl S)">
				<button type="button">{"Save"}</button>
			</Tooltip>
			<p>{"Elsewhere"}</p>
		</>
	));
	await userEvent.hover(screen.getByRole("button"));
	await waitFor(() => expect(screen.getByRole("tooltip")).toBeVisible());
	await userEvent.hover(screen.getByText("Elsewhere"));
	await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
});

test("a button that is not possible now stays reachable, says why, and does nothing", async () => {
	let clicks = 0;
	render(() => (
		<Button disabledReason="Only admin agents" onClick={() => clicks++}>
			{"Submit"}
		</Button>
	));
	await userEvent.tab();
	const button = screen.getByRole("button", { name: "Submit" });
	expect(document.activeElement).toBe(button);
	await waitFor(() => expect(button).toHaveAccessibleDescription("Only admin agents"));
	await userEvent.keyboard("{Enter}");
	expect(clicks).toBe(0);
});
