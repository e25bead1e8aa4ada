import { children, type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";

/** Wraps what a caller hands in, and is nothing without it. Makes it once: a prop that holds elements makes them anew whenever it is read. */
export function Slot(props: { as?: "div" | "p"; class?: string; children: JSX.Element }) {
	const made = children(() => props.children);

	return (
		<Show when={made()}>
			<Dynamic component={props.as ?? "div"} class={props.class}>
				{made()}
			</Dynamic>
		</Show>
	);
}
