import type { IconNode } from "lucide";
import { createMemo, type JSX, Show, splitProps } from "solid-js";
import { Icon } from "./icon.tsx";
import { Keys } from "./keys.tsx";
import { Tooltip } from "./tooltip.tsx";

export type ButtonLook = {
	variant?: "default" | "primary" | "ghost" | "renew" | "danger" | "quiet-danger" | undefined;
	size?: "sm" | "md" | "lg" | undefined;
	icon?: IconNode | undefined;
	/** Stands behind the words. */
	iconEnd?: IconNode | undefined;
	/** For a button that is only an icon: its name, also its tooltip. */
	label?: string | undefined;
	/** The shortcut, shown on the button. */
	keys?: readonly string[] | undefined;
};

type ButtonProps = ButtonLook &
	Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "onClick"> & {
		onClick?: ((event: MouseEvent) => void) | undefined;
		/** Why the action is not possible now: the button stays reachable and says so. */
		disabledReason?: string | undefined;
	};

const OWN = [
	"variant",
	"size",
	"icon",
	"iconEnd",
	"label",
	"keys",
	"disabledReason",
	"onClick",
	"children",
] as const;

export function Button(props: ButtonProps) {
	const [own, rest] = splitProps(props, OWN);
	const reason = createMemo(() => own.disabledReason);
	const isIconOnly = !("children" in props);

	function click(event: MouseEvent) {
		if (reason() === undefined) own.onClick?.(event);
		else event.preventDefault();
	}

	const button = (
		<button
			type="button"
			{...rest}
			class="btn"
			data-variant={own.variant}
			data-size={own.size}
			data-icon={isIconOnly ? "" : undefined}
			aria-label={own.label}
			aria-disabled={reason() === undefined ? undefined : "true"}
			onClick={click}
		>
			<Show when={own.icon}>{(icon) => <Icon of={icon()} />}</Show>
			{own.children}
			<Show when={own.iconEnd}>{(icon) => <Icon of={icon()} />}</Show>
			<Show when={own.keys}>{(keys) => <Keys keys={keys()} />}</Show>
		</button>
	);
	// decided once: a button that moved into a tooltip later would lose its place in the page
	const hasTooltip = isIconOnly || "disabledReason" in props;
	return hasTooltip ? (
		<Tooltip text={reason() ?? (isIconOnly ? own.label : undefined)}>{button}</Tooltip>
	) : (
		button
	);
}
