import { createUniqueId, For, splitProps } from "solid-js";
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

	return (
		<Field {...look} group>
			{() => (
				<div
					class="segmented"
					data-size={own.size}
					onFocusIn={() => own.onFocus?.()}
					onFocusOut={() => own.onBlur?.()}
				>
					<For each={own.options}>
						{(option) => (
							<label>
								<input
									type="radio"
									name={name}
									value={option.value}
									checked={option.value === own.value}
									disabled={own.disabled || option.disabled}
									onChange={() => own.onChange(option.value)}
								/>
								<span>{option.label}</span>
							</label>
						)}
					</For>
				</div>
			)}
		</Field>
	);
}
