import { render, screen, waitFor } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { createPageFrame, PageFrameProvider } from "#ui/page-frame.tsx";
import { SidePanel } from "#ui/side-panel.tsx";

test("takes the focus, tells the frame, closes by Escape and gives the focus back", async () => {
	const frame = createPageFrame();
	const [row, setRow] = createSignal<string>();
	const lost: string[] = [];
	render(() => (
		<PageFrameProvider value={frame}>
			<button type="button" onClick={() => setRow("E5")}>
				{"Open"}
			</button>
			<Show when={row()}>
				{(name) => (
					<SidePanel
						title={name()}
						eyebrow={<i>{name()}</i>}
						closeLabel="Close"
						foot={<b>{name()}</b>}
						onClose={() => setRow(undefined)}
					>
						{/* a field that loses the focus may still ask what the panel shows */}
						<input aria-label="Licences" onFocusOut={() => lost.push(name())} />
					</SidePanel>
				)}
			</Show>
		</PageFrameProvider>
	));
	await userEvent.click(screen.getByRole("button", { name: "Open" }));
	const panel = screen.getByRole("complementary", { name: "E5" });
	expect(panel).toHaveFocus();
	expect(frame.hasPanel()).toBe(true);
	expect(panel.querySelectorAll("i, b")).toHaveLength(2);

	await userEvent.click(screen.getByRole("textbox", { name: "Licences" }));
	await userEvent.keyboard("{Escape}");
	expect(screen.queryByRole("complementary")).toBeNull();
	expect(frame.hasPanel()).toBe(false);
	await waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
	expect(lost).toEqual(["E5"]);
});
