import { For } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Keys } from "#ui/keys.tsx";
import type { Place } from "./create-places.ts";

/** Every shortcut; the frame's own and those of the lists. */
export function ShortcutsDialog(props: { places: readonly Place[]; onClose(): void }) {
	const messages = useMessages();

	const words = () => messages().app.shortcuts;
	const shortcuts = () => [
		{ label: words().palette, keys: ["Ctrl", "K"] },
		...props.places.map((place) => ({
			label: words().goTo(place.label),
			keys: ["G", place.key.toUpperCase()],
		})),
		{ label: words().filter, keys: ["/"] },
		{ label: words().next, keys: ["J", "K"] },
		{ label: words().open, keys: ["↵"] },
		{ label: words().close, keys: ["Esc"] },
		{ label: words().edit, keys: ["E"] },
		{ label: words().renew, keys: ["S"] },
		{ label: words().save, keys: ["Ctrl", "↵"] },
		{ label: words().undo, keys: ["Ctrl", "Z"] },
		{ label: words().redo, keys: ["Ctrl", "Shift", "Z"] },
		{ label: words().all, keys: ["?"] },
	];

	return (
		<Dialog open title={words().title} closeLabel={messages().app.close} onClose={() => props.onClose()}>
			<dl class="shortcuts">
				<For each={shortcuts()}>
					{(shortcut) => (
						<div>
							<dt>{shortcut.label}</dt>
							<dd>
								<Keys keys={shortcut.keys} />
							</dd>
						</div>
					)}
				</For>
			</dl>
		</Dialog>
	);
}
