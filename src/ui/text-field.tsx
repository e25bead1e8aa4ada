import type { IconNode } from "lucide";
import { type JSX, Show, splitProps } from "solid-js";
import { Field, type FieldLook } from "./field.tsx";
import { Icon } from "./icon.tsx";

type TextFieldProps = FieldLook & {
	value: string;
	onInput(value: string): void;
	icon?: IconNode | undefined;
	/** The key that brings the focus here. */
	shortcut?: string | undefined;
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput" | "value">;

const LOOK = ["label", "hideLabel", "aside", "hint", "hintTone", "hintIcon", "error", "heldBy"] as const;

/** One line of text. `onInput` is told at every key. */
export function TextField(props: TextFieldProps) {
	const [look, own, rest] = splitProps(props, LOOK, ["value", "onInput", "icon", "shortcut"]);

	return (
		<Field {...look}>
			{(control) => (
				<span class="input-box">
					<Show when={own.icon}>{(icon) => <Icon of={icon()} size="sm" />}</Show>
					<input
						type="text"
						{...rest}
						{...control}
						class="input"
						value={own.value}
						onInput={(event) => own.onInput(event.currentTarget.value)}
					/>
					<Show when={own.shortcut}>{(key) => <kbd class="kbd">{key()}</kbd>}</Show>
				</span>
			)}
		</Field>
	);
}
