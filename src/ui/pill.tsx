import type { IconNode } from "lucide";
import { type JSX, Show } from "solid-js";
import { Icon } from "./icon.tsx";
import { Tooltip } from "./tooltip.tsx";

type PillProps = {
	/** Named by the stylesheet: `available`, `draft`, `waiting`, `committed`, `taken` … */
	state?: string | undefined;
	tone?: "accent" | "local" | "ok" | "warn" | "bad" | "info" | undefined;
	icon?: IconNode | undefined;
	/** The icon turns while something is going on. */
	busy?: boolean;
	/** More about it, as a tooltip that the keyboard reaches too. */
	why?: string | undefined;
	/** Without frame and tint. */
	bare?: boolean;
	children: JSX.Element;
};

/** A state: always an icon and words, a tint only where a person can act. */
export function Pill(props: PillProps) {
	const pill = () => (
		<span
			class="pill"
			data-state={props.state}
			data-tone={props.tone}
			data-bare={props.bare ? "" : undefined}
		>
			<Show when={props.icon}>{(icon) => <Icon of={icon()} spin={props.busy ?? false} />}</Show>
			{props.children}
		</span>
	);
	return (
		<Show when={props.why !== undefined} fallback={pill()}>
			<Tooltip text={props.why} side="right" focusable>
				{pill()}
			</Tooltip>
		</Show>
	);
}
