import { onCleanup } from "solid-js";

/** What a key does; `false`: it was not for us. */
type KeyActions = { readonly [key: string]: (event: KeyboardEvent) => undefined | false };

/**
 * Listens to single keys on the whole page: named as in `KeyboardEvent.key`, letters in lower case.
 *
 * They rest while a field, menu or dialog has the focus, and with Ctrl, Alt or ⌘.
 */
export function createSingleKeys(actions: KeyActions): void {
	function keyDown(event: KeyboardEvent) {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		if (isBusy(event.target)) return;
		const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
		if (action === undefined || action(event) === false) return;
		event.preventDefault();
	}

	document.addEventListener("keydown", keyDown);
	onCleanup(() => document.removeEventListener("keydown", keyDown));
}

const BUSY =
	"input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], [role=menu], dialog, [popover]";

function isBusy(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(BUSY) !== null;
}
