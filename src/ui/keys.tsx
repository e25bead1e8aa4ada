import { For } from "solid-js";

/** Keys as they stand on the keyboard, shown where their action is. */
export function Keys(props: { keys: readonly string[] }) {
	return <For each={props.keys}>{(key) => <kbd class="kbd">{key}</kbd>}</For>;
}
