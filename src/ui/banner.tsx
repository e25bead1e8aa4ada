import type { IconNode } from "lucide";
import { type JSX, Show } from "solid-js";
import { Icon } from "./icon.tsx";

type BannerProps = {
	tone: "info" | "ok" | "warn" | "bad" | "local" | "neutral";
	icon: IconNode;
	title: string;
	/** At most one action. */
	action?: JSX.Element;
	/** Read out at once. */
	urgent?: boolean;
	children?: JSX.Element;
};

export function Banner(props: BannerProps) {
	return (
		<div class="banner" data-tone={props.tone} role={props.urgent ? "alert" : undefined}>
			<Icon of={props.icon} />
			<div class="grow">
				<b>{props.title}</b>
				<Show when={props.children}>
					<p>{props.children}</p>
				</Show>
			</div>
			<Show when={props.action}>
				<div class="end">{props.action}</div>
			</Show>
		</div>
	);
}
