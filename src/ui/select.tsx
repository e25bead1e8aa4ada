import { ChevronDown } from "lucide";
import { createMemo, For, splitProps } from "solid-js";
import { Field, type FieldLook } from "./field.tsx";
import { Icon } from "./icon.tsx";

export type Choice<T extends string> = {
	readonly value: T;
	readonly label: string;
	readonly disabled?: boolean | undefined;
};

type SelectProps<T extends string> = FieldLook & {
	value: T;
	options: readonly Choice<T>[];
	onChange(value: T): void;
	disabled?: boolean | undefined;
	onFocus?: (() => void) | undefined;
	onBlur?: (() => void) | undefined;
};

/** One of many, as the platform's own list. */
export function Select<T extends string>(props: SelectProps<T>) {
	const [own, look] = splitProps(props, ["value", "options", "onChange", "disabled", "onFocus", "onBlur"]);
	/** By value, so that a new list of the same choices does not close the open one. */
	const options = createMemo(() => new Map(own.options.map((option) => [option.value, option])));
	const values = createMemo(() => [...options().keys()]);

	return (
		<Field {...look}>
			{(control) => (
				<span class="select-box">
					<select
						{...control}
						class="select"
						disabled={own.disabled}
						onFocus={() => own.onFocus?.()}
						onBlur={() => own.onBlur?.()}
						onChange={(event) => own.onChange(event.currentTarget.value as T)} // one of the options
					>
						<For each={values()}>
							{(value) => (
								<option
									value={value}
									disabled={options().get(value)?.disabled}
									selected={value === own.value}
								>
									{options().get(value)?.label}
								</option>
							)}
						</For>
					</select>
					<Icon of={ChevronDown} size="sm" />
				</span>
			)}
		</Field>
	);
}
