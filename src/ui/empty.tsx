import { type JSX, Show } from "solid-js";
import { Slot } from "./slot.tsx";

type EmptyProps = {
	/** A small drawing of what is missing, mostly a hand-over bar. */
	art?: JSX.Element;
	title: string;
	/** One sentence why. */
	text?: string | undefined;
	/** The next step. */
	actions?: JSX.Element;
};

export function Empty(props: EmptyProps) {
	return (
		<div class="empty">
			<Slot class="art">{props.art}</Slot>
			<h2>{props.title}</h2>
			<Show when={props.text}>{(text) => <p>{text()}</p>}</Show>
			<Slot class="actions">{props.actions}</Slot>
		</div>
	);
}
