import { createMemo, createUniqueId, For, splitProps } from "solid-js";
import { Field, type FieldLook } from "./field.tsx";
import type { Choice } from "./select.tsx";

type SegmentedProps<T extends string> = FieldLook & {
	value: T;
	options: readonly Choice<T>[];
	onChange(value: T): void;
	size?: "sm" | undefined;
	disabled?: boolean | undefined;
	onFocus?: (() => void) | undefined;
	onBlur?: (() => void) | undefined;
};

/** One of a few, all in view: a group of radio buttons. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
	const name = createUniqueId();
	const [own, look] = splitProps(props, [
		"value",
		"options",
		"onChange",
		"size",
		"disabled",
		"onFocus",
		"onBlur",
	]);
	/** By value, so that a new list of the same choices leaves the buttons where they are, even under a finger. */
	const options = createMemo(() => new Map(own.options.map((option) => [option.value, option])));
	const values = createMemo(() => [...options().keys()]);

	return (
		<Field {...look} group>
			{() => (
				<div
					class="segmented"
					data-size={own.size}
					onFocusIn={() => own.onFocus?.()}
					onFocusOut={() => own.onBlur?.()}
				>
					<For each={values()}>
						{(value) => (
							<label>
								<input
									type="radio"
									name={name}
									value={value}
									checked={value === own.value}
									disabled={own.disabled || options().get(value)?.disabled}
									onChange={() => own.onChange(value)}
								/>
								<span>{options().get(value)?.label}</span>
							</label>
						)}
					</For>
				</div>
			)}
		</Field>
	);
}
