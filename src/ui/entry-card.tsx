import { type JSX, Show } from "solid-js";
import { Mark } from "./mark.tsx";

/** The single task of a page outside the frame: a mark, a heading, a sentence, a form. */
export function EntryCard(props: { title: string; text?: string | undefined; children?: JSX.Element }) {
	return (
		<section class="entry-card">
			<Mark />
			<h1>{props.title}</h1>
			<Show when={props.text}>{(text) => <p>{text()}</p>}</Show>
			{props.children}
		</section>
	);
}
