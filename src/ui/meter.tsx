import { For } from "solid-js";

/** A share of the whole; without a kind it is done. */
export type MeterPart = { readonly percent: number; readonly kind?: "local" | "open" | "other" | undefined };

/** Shares of a whole, side by side; what is left stays pale. */
export function Meter(props: { parts: readonly MeterPart[]; label: string; size?: "lg" | undefined }) {
	return (
		<span class="meter" data-size={props.size} role="img" aria-label={props.label}>
			<For each={props.parts}>{(part) => <i data-kind={part.kind} style={{ "--v": part.percent }} />}</For>
		</span>
	);
}
