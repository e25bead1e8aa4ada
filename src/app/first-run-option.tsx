import type { IconNode } from "lucide";
import { createUniqueId, type JSX, Show } from "solid-js";
import { Icon } from "#ui/icon.tsx";

type FirstRunOptionProps = {
	icon: IconNode;
	title: string;
	text: string;
	chosen: boolean;
	onChoose(): void;
	/** What to fill in, once it is chosen. */
	children: JSX.Element;
};

/** One way to start: a radio button that unfolds. */
export function FirstRunOption(props: FirstRunOptionProps) {
	const id = createUniqueId();

	return (
		<div class="start" data-on={props.chosen ? "" : undefined}>
			<label class="start-head" for={id}>
				<span class="ic">
					<Icon of={props.icon} size="lg" />
				</span>
				<span>
					<b>{props.title}</b>
					<span class="start-text" id={`${id}-text`}>
						{props.text}
					</span>
				</span>
				<input
					id={id}
					class="check"
					type="radio"
					name="start"
					checked={props.chosen}
					aria-label={props.title}
					aria-describedby={`${id}-text`}
					onChange={() => props.onChoose()}
				/>
			</label>
			<Show when={props.chosen}>
				<div class="start-body">{props.children}</div>
			</Show>
		</div>
	);
}
