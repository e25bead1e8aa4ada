import { ChevronDown } from "lucide";
import { For, splitProps } from "solid-js";
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
						<For each={own.options}>
							{(option) => (
								<option value={option.value} disabled={option.disabled} selected={option.value === own.value}>
									{option.label}
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
