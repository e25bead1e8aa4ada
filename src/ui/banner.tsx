import type { IconNode } from "lucide";
import type { JSX } from "solid-js";
import { Icon } from "./icon.tsx";
import { Slot } from "./slot.tsx";

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
				<Slot class="banner-text">{props.children}</Slot>
			</div>
			<Slot class="end">{props.action}</Slot>
		</div>
	);
}
