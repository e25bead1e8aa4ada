import { type JSX, Show } from "solid-js";

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
			<Show when={props.art}>
				<div class="art">{props.art}</div>
			</Show>
			<h2>{props.title}</h2>
			<Show when={props.text}>{(text) => <p>{text()}</p>}</Show>
			<Show when={props.actions}>
				<div class="actions">{props.actions}</div>
			</Show>
		</div>
	);
}
