import type { IconNode } from "lucide";
import { createUniqueId, type JSX, Show } from "solid-js";
import { Icon } from "./icon.tsx";

/** Another person who has the control now: their name is shown on it. */
export type HeldBy = { name: string; hue: number };

export type FieldLook = {
	label: string;
	/** The label is for screen readers only. */
	hideLabel?: boolean | undefined;
	/** Stands small beside the label. */
	aside?: string | undefined;
	hint?: string | undefined;
	hintTone?: "ok" | "warn" | undefined;
	hintIcon?: IconNode | undefined;
	/** What is wrong; replaces the hint and marks the control. */
	error?: string | undefined;
	heldBy?: HeldBy | undefined;
};

/** What a control inside a field carries. */
export type FieldControl = {
	readonly id: string;
	readonly "aria-describedby": string | undefined;
	readonly "aria-invalid": "true" | undefined;
};

/** A control with its label and what there is to say about it. Use `group` for controls made of several inputs. */
export function Field(
	props: FieldLook & { group?: boolean; children: (control: FieldControl) => JSX.Element },
) {
	const id = createUniqueId();
	const hintId = `${id}-hint`;
	const said = () => props.error ?? props.hint;
	const control: FieldControl = {
		id,
		get "aria-describedby"() {
			return said() === undefined ? undefined : hintId;
		},
		get "aria-invalid"() {
			return props.error === undefined ? undefined : ("true" as const);
		},
	};

	const label = () => (
		<>
			{props.label}
			<Show when={props.aside}>{(aside) => <span class="opt">{aside()}</span>}</Show>
		</>
	);
	const labelClass = () => (props.hideLabel ? "sr" : "label");
	const body = (
		<>
			<Held by={props.heldBy}>{props.children(control)}</Held>
			<Show when={said()}>
				{(text) => (
					<p id={hintId} class="hint" data-tone={props.error === undefined ? props.hintTone : "bad"}>
						<Show when={props.error === undefined ? props.hintIcon : undefined}>
							{(icon) => <Icon of={icon()} size="xs" />}
						</Show>
						{text()}
					</p>
				)}
			</Show>
		</>
	);

	return (
		<Show
			when={props.group}
			fallback={
				<div class="field">
					<label class={labelClass()} for={id}>
						{label()}
					</label>
					{body}
				</div>
			}
		>
			<fieldset class="field" aria-describedby={control["aria-describedby"]}>
				<legend class={labelClass()}>{label()}</legend>
				{body}
			</fieldset>
		</Show>
	);
}

function Held(props: { by: HeldBy | undefined; children: JSX.Element }) {
	return (
		<div class={props.by === undefined ? undefined : "held"} data-p={props.by?.hue} data-who={props.by?.name}>
			{props.children}
		</div>
	);
}
