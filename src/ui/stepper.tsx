import { Minus, Plus } from "lucide";
import { createSignal, splitProps } from "solid-js";
import { Field, type FieldLook } from "./field.tsx";
import { Icon } from "./icon.tsx";

type StepperProps = FieldLook & {
	value: number;
	min: number;
	max: number;
	/** Names of the two buttons. */
	fewer: string;
	more: string;
	onChange(value: number): void;
	/** Told when what is typed is no whole number within the bounds; the text stays as it is. */
	onInvalid?: ((text: string) => void) | undefined;
	disabled?: boolean | undefined;
	onFocus?: (() => void) | undefined;
	onBlur?: (() => void) | undefined;
};

const OWN = [
	"value",
	"min",
	"max",
	"fewer",
	"more",
	"onChange",
	"onInvalid",
	"disabled",
	"onFocus",
	"onBlur",
] as const;

/** A whole number, typed or stepped; arrow keys step by one, page keys by ten. */
export function Stepper(props: StepperProps) {
	const [own, look] = splitProps(props, OWN);
	/** What stands in the input while it is no number that counts. */
	const [typed, setTyped] = createSignal<string>();

	function type(text: string) {
		const value = Number(text.trim());
		const counts =
			/^\d+$/.test(text.trim()) && Number.isSafeInteger(value) && value >= own.min && value <= own.max;
		setTyped(counts ? undefined : text);
		if (counts) own.onChange(value);
		else own.onInvalid?.(text);
	}

	function step(by: number) {
		setTyped(undefined);
		const value = Math.max(own.min, Math.min(own.value + by, own.max));
		if (value !== own.value) own.onChange(value);
	}

	function keyDown(event: KeyboardEvent) {
		const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
		if (by === undefined) return;
		event.preventDefault();
		step(by);
	}

	return (
		<Field {...look}>
			{(control) => (
				<div class="stepper" onFocusIn={() => own.onFocus?.()} onFocusOut={() => own.onBlur?.()}>
					<button
						type="button"
						tabindex={-1}
						aria-label={own.fewer}
						disabled={own.disabled || own.value <= own.min}
						onClick={() => step(-1)}
					>
						<Icon of={Minus} size="sm" />
					</button>
					<input
						{...control}
						type="text"
						role="spinbutton"
						inputmode="numeric"
						autocomplete="off"
						aria-valuenow={own.value}
						aria-valuemin={own.min}
						aria-valuemax={own.max}
						disabled={own.disabled}
						value={typed() ?? String(own.value)}
						onInput={(event) => type(event.currentTarget.value)}
						onKeyDown={keyDown}
					/>
					<button
						type="button"
						tabindex={-1}
						aria-label={own.more}
						disabled={own.disabled || own.value >= own.max}
						onClick={() => step(1)}
					>
						<Icon of={Plus} size="sm" />
					</button>
				</div>
			)}
		</Field>
	);
}
