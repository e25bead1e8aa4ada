import { render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { Stepper } from "#ui/stepper.tsx";

function showStepper(options: { max?: number } = {}) {
	const [value, setValue] = createSignal(12);
	const invalid: string[] = [];
	render(() => (
		<Stepper
			label="Licences"
			fewer="Fewer"
			more="More"
			min={1}
			max={options.max ?? 300}
			value={value()}
			onChange={setValue}
			onInvalid={(text) => invalid.push(text)}
		/>
	));
	return { value, invalid, input: screen.getByRole("spinbutton", { name: "Licences" }) };
}

test.each([
	["{ArrowUp}", 13],
	["{ArrowDown}", 11],
	["{PageUp}", 22],
	["{PageDown}{PageDown}", 1],
])("%s makes 12 to %i", async (keys, expected) => {
	const { value, input } = showStepper();
	await userEvent.click(input);
	await userEvent.keyboard(keys);
	expect(value()).toBe(expected);
	expect(input).toHaveValue(String(expected));
});

test("what is no whole number within the bounds stays as typed and is not taken", async () => {
	const { value, invalid, input } = showStepper();
	await userEvent.fill(input, "301");
	expect(input).toHaveValue("301");
	await userEvent.fill(input, "1.5");
	expect(value()).toBe(12);
	expect(invalid).toEqual(["301", "1.5"]);
	await userEvent.fill(input, "300");
	expect(value()).toBe(300);
});

test("its buttons step and stop at the bounds", async () => {
	const { value } = showStepper({ max: 13 });
	await userEvent.click(screen.getByRole("button", { name: "More" }));
	expect(value()).toBe(13);
	expect(screen.getByRole("button", { name: "More" })).toBeDisabled();
	await userEvent.click(screen.getByRole("button", { name: "Fewer" }));
	expect(value()).toBe(12);
});
