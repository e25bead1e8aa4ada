import { type Accessor, createSignal, onCleanup } from "solid-js";

/** Below this the app is a phone: lists instead of tables. */
export const PHONE = "(max-width: 719px)";

/** Whether the window matches a media query, as it changes. */
export function createMediaQuery(query: string): Accessor<boolean> {
	const list = window.matchMedia(query);
	const [matches, setMatches] = createSignal(list.matches);
	const update = () => setMatches(list.matches);
	list.addEventListener("change", update);
	onCleanup(() => list.removeEventListener("change", update));
	return matches;
}
