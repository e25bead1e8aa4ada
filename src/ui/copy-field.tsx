import { Copy } from "lucide";
import { createUniqueId } from "solid-js";
import { Button } from "./button.tsx";

type CopyFieldProps = { label: string; value: string; copyLabel: string; onCopied(): void };

/** A text to hand on: selected on focus, one button copies it. */
export function CopyField(props: CopyFieldProps) {
	const id = createUniqueId();
	let input!: HTMLInputElement;

	async function copy(): Promise<void> {
		input.select();
		try {
			await navigator.clipboard.writeText(props.value);
			props.onCopied();
		} catch {
			// no permission or no secure origin: the text is selected, so Ctrl C does it
			input.focus();
		}
	}

	return (
		<div class="field">
			<label class="label" for={id}>
				{props.label}
			</label>
			<div class="copy-field">
				<input
					ref={input}
					id={id}
					class="input mono"
					readOnly
					value={props.value}
					onFocus={(event) => event.currentTarget.select()}
				/>
				<Button icon={Copy} onClick={() => void copy()}>
					{props.copyLabel}
				</Button>
			</div>
		</div>
	);
}
