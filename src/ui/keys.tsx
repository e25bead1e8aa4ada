import { For } from "solid-js";

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as they stand on the keyboard, shown where their action is; Ctrl is ⌘ on Apple's. */
export function Keys(props: { keys: readonly string[] }) {
	return (
		<For each={props.keys}>{(key) => <kbd class="kbd">{isApple ? key.replace("Ctrl", "⌘") : key}</kbd>}</For>
	);
}
