import { createEffect, createUniqueId, Show } from "solid-js";

type CheckboxProps = {
	label: string;
	/** The label is for screen readers only. */
	hideLabel?: boolean | undefined;
	/** A line below the label. */
	hint?: string | undefined;
	checked: boolean;
	/** Some of what it stands for is ticked. */
	mixed?: boolean | undefined;
	disabled?: boolean | undefined;
	onChange(checked: boolean, event: Event): void;
};

export function Checkbox(props: CheckboxProps) {
	const id = createUniqueId();
	let input!: HTMLInputElement;

	// `indeterminate` is a property without an attribute
	createEffect(() => {
		input.indeterminate = props.mixed ?? false;
	});

	const box = (
		<input
			ref={input}
			id={id}
			type="checkbox"
			class="check"
			checked={props.checked}
			disabled={props.disabled}
			aria-label={props.hideLabel ? props.label : undefined}
			onChange={(event) => props.onChange(event.currentTarget.checked, event)}
		/>
	);
	return (
		<Show when={!props.hideLabel} fallback={box}>
			<label class="checkbox" for={id}>
				{box}
				<span>
					{props.label}
					<Show when={props.hint}>{(hint) => <small>{hint()}</small>}</Show>
				</span>
			</label>
		</Show>
	);
}
