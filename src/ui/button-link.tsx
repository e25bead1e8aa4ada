import type { JSX } from "solid-js";
import { Show, splitProps } from "solid-js";
import type { ButtonLook } from "./button.tsx";
import { Icon } from "./icon.tsx";

type ButtonLinkProps = ButtonLook & { href: string; download?: string | undefined; children?: JSX.Element };

/** A place to go to that looks like a button. */
export function ButtonLink(props: ButtonLinkProps) {
	const [own, rest] = splitProps(props, [
		"variant",
		"size",
		"icon",
		"iconEnd",
		"label",
		"keys",
		"href",
		"children",
	]);

	return (
		<a
			{...rest}
			href={own.href}
			class="btn"
			data-variant={own.variant}
			data-size={own.size}
			data-icon={own.label !== undefined ? "" : undefined}
			aria-label={own.label}
		>
			<Show when={own.icon}>{(icon) => <Icon of={icon()} />}</Show>
			{own.children}
			<Show when={own.iconEnd}>{(icon) => <Icon of={icon()} />}</Show>
		</a>
	);
}
