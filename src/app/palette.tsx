import { useNavigate } from "@solidjs/router";
import type { IconNode } from "lucide";
import { Building2, Keyboard, Languages, Search, SunMoon } from "lucide";
import { createMemo, createSignal, For, onMount, Show } from "solid-js";
import { useLocale, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { Session } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import { Keys } from "#ui/keys.tsx";
import type { Place } from "./create-places.ts";
import { setTheme, THEMES, theme } from "./theme.ts";

const MOST_CUSTOMERS = 8;

type Command = {
	readonly group: "customers" | "places" | "commands";
	readonly label: string;
	readonly icon: IconNode;
	readonly keys: readonly string[];
	run(): void;
};

type PaletteProps = {
	session: Session;
	places: readonly Place[];
	onShortcuts(): void;
	onClose(): void;
};

/** Customers, places and commands by a few letters; the first hit is preselected. */
export function Palette(props: PaletteProps) {
	const messages = useMessages();
	const language = useLocale();
	const navigate = useNavigate();
	let dialog!: HTMLDialogElement;

	const [text, setText] = createSignal("");
	const [at, setAt] = createSignal(0);

	const words = () => messages().app.palette;
	const hits = createMemo((): readonly Command[] => [...customers(), ...others()]);
	const groups = () => {
		const byGroup = Map.groupBy(hits(), (hit) => hit.group);
		return [...byGroup].map(([group, commands]) => ({ group, commands }));
	};
	const current = () => hits()[Math.min(at(), hits().length - 1)];

	onMount(() => dialog.showModal());

	function customers(): Command[] {
		const found: Command[] = [];
		if (text().trim() === "") return found;
		for (const customer of props.session.customers.all().values()) {
			if (!matches(`${customer.name} ${customer.domain ?? ""}`, text())) continue;
			const run = () => navigate(paths.transfers(customer.id));
			found.push({ group: "customers", label: customer.name, icon: Building2, keys: [], run });
			if (found.length === MOST_CUSTOMERS) break;
		}
		return found;
	}

	function others(): Command[] {
		const places = props.places.map(
			(place): Command => ({
				group: "places",
				label: place.label,
				icon: place.icon,
				keys: ["G", place.key.toUpperCase()],
				run: () => navigate(place.href),
			}),
		);
		const other = language.locale() === "en" ? "de" : "en";
		const themes = THEMES.filter((choice) => choice !== theme()).map(
			(choice): Command => ({
				group: "commands",
				label: words().theme(messages().app.themes[choice]),
				icon: SunMoon,
				keys: [],
				run: () => setTheme(choice),
			}),
		);
		const commands: Command[] = [
			{
				group: "commands",
				label: words().language,
				icon: Languages,
				keys: [],
				run: () => void language.setLocale(other),
			},
			...themes,
			{
				group: "commands",
				label: messages().app.shortcuts.title,
				icon: Keyboard,
				keys: ["?"],
				run: () => props.onShortcuts(),
			},
		];
		return [...places, ...commands].filter((command) => matches(command.label, text()));
	}

	function type(value: string) {
		setText(value);
		setAt(0);
	}

	function run(command: Command | undefined) {
		if (command === undefined) return;
		dialog.close();
		command.run();
	}

	function keyDown(event: KeyboardEvent) {
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (by !== undefined && hits().length > 0) {
			event.preventDefault();
			setAt((before) => (before + by + hits().length) % hits().length);
		}
		if (event.key === "Enter") {
			event.preventDefault();
			run(current());
		}
	}

	return (
		<dialog ref={dialog} class="menu palette" aria-label={words().label} onClose={() => props.onClose()}>
			<div class="palette-input">
				<Icon of={Search} />
				<input
					type="text"
					role="combobox"
					aria-expanded="true"
					aria-controls="palette-list"
					aria-activedescendant={current() === undefined ? undefined : "palette-current"}
					aria-label={words().input}
					placeholder={words().input}
					autocomplete="off"
					value={text()}
					onInput={(event) => type(event.currentTarget.value)}
					onKeyDown={keyDown}
				/>
				<Keys keys={["Esc"]} />
			</div>
			<div class="palette-list" id="palette-list" role="listbox" aria-label={words().label}>
				<For each={groups()}>
					{(entry) => (
						<>
							<p class="menu-title" role="presentation">
								{words()[entry.group]}
							</p>
							<For each={entry.commands}>
								{(command) => (
									<button
										type="button"
										class="menu-item"
										role="option"
										id={command === current() ? "palette-current" : undefined}
										aria-selected={command === current()}
										tabindex={-1}
										onClick={() => run(command)}
									>
										<Icon of={command.icon} />
										<span class="truncate">{command.label}</span>
										<span class="end">
											<Keys keys={command.keys} />
										</span>
									</button>
								)}
							</For>
						</>
					)}
				</For>
				<Show when={hits().length === 0}>
					<p class="menu-title">{words().none}</p>
				</Show>
			</div>
			<div class="palette-foot">
				<span>
					<Keys keys={["↑", "↓"]} /> {words().choose}
				</span>
				<span>
					<Keys keys={["↵"]} /> {words().run}
				</span>
			</div>
		</dialog>
	);
}

/** Every word of the query begins or stands somewhere in the text. */
function matches(text: string, query: string): boolean {
	const low = text.toLocaleLowerCase();
	return query
		.toLocaleLowerCase()
		.split(/\s+/)
		.every((word) => low.includes(word));
}
