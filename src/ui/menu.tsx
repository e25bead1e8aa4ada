import { Check, type IconNode } from "lucide";
import { createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from "solid-js";
import { Icon } from "./icon.tsx";
import { Keys } from "./keys.tsx";
import { placePopover } from "./place-popover.ts";

export type MenuEntry =
	| { kind: "separator" }
	| { kind: "title"; label: string }
	| {
			kind: "action";
			label: string;
			icon?: IconNode | undefined;
			keys?: readonly string[] | undefined;
			tone?: "bad" | undefined;
			/** One of several: the chosen one has a tick. */
			checked?: boolean | undefined;
			run(): void;
	  };

/** What the button that opens a menu carries. */
export type MenuTrigger = {
	readonly id: string;
	readonly popovertarget: string;
	readonly "aria-haspopup": "menu";
	readonly "aria-expanded": boolean;
};

type MenuProps = {
	label: string;
	entries: readonly MenuEntry[];
	align?: "start" | "end" | undefined;
	side?: "top" | "bottom" | undefined;
	/** The button; spread what it is given onto it. */
	trigger: (trigger: MenuTrigger) => JSX.Element;
};

/** A list of actions: arrow keys, Home, End and first letters move, Enter runs, Escape closes. */
export function Menu(props: MenuProps) {
	const id = createUniqueId();
	const triggerId = `${id}-trigger`;
	const [open, setOpen] = createSignal(false);
	let list!: HTMLDivElement;

	const trigger: MenuTrigger = {
		id: triggerId,
		popovertarget: id,
		"aria-haspopup": "menu",
		get "aria-expanded"() {
			return open();
		},
	};

	function toggled(event: ToggleEvent) {
		setOpen(event.newState === "open");
		const anchor = document.getElementById(triggerId);
		if (!open() || anchor === null) return;
		placePopover(list, anchor, { side: props.side ?? "bottom", align: props.align ?? "end", gapPx: 4 });
		items()[0]?.focus();
	}

	function items(): HTMLElement[] {
		return [...list.querySelectorAll<HTMLElement>(".menu-item")];
	}

	function keyDown(event: KeyboardEvent) {
		const all = items();
		const at = all.indexOf(event.target as HTMLElement); // keys come from an item or the list itself
		const next = nextItem(event.key, at, all);
		if (next === undefined) return;
		event.preventDefault();
		event.stopPropagation();
		next.focus();
	}

	return (
		<>
			{props.trigger(trigger)}
			<div
				ref={list}
				id={id}
				class="menu"
				role="menu"
				tabindex={-1}
				aria-label={props.label}
				popover="auto"
				onToggle={toggled}
				onKeyDown={keyDown}
			>
				<Show when={open()}>
					<For each={props.entries}>
						{(entry) => <Entry entry={entry} onRun={() => list.hidePopover()} />}
					</For>
				</Show>
			</div>
		</>
	);
}

function Entry(props: { entry: MenuEntry; onRun(): void }) {
	const action = () => (props.entry.kind === "action" ? props.entry : undefined);
	const title = () => (props.entry.kind === "title" ? props.entry : undefined);

	return (
		<Switch fallback={<hr class="menu-sep" />}>
			<Match when={title()}>
				{(entry) => (
					<p class="menu-title" role="presentation">
						{entry().label}
					</p>
				)}
			</Match>
			<Match when={action()}>
				{(entry) => (
					<button
						type="button"
						class="menu-item"
						{...roleOf(entry().checked)}
						tabindex={-1}
						data-tone={entry().tone}
						onClick={() => {
							props.onRun();
							entry().run();
						}}
					>
						<Show when={entry().icon}>{(icon) => <Icon of={icon()} />}</Show>
						{entry().label}
						<span class="end">
							<Show when={entry().checked}>
								<Icon of={Check} size="sm" />
							</Show>
							<Keys keys={entry().keys ?? []} />
						</span>
					</button>
				)}
			</Match>
		</Switch>
	);
}

function roleOf(checked: boolean | undefined) {
	return checked === undefined
		? ({ role: "menuitem" } as const)
		: ({ role: "menuitemradio", "aria-checked": checked } as const);
}

function nextItem(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
	if (key === "ArrowDown") return all[(at + 1) % all.length];
	if (key === "ArrowUp") return all.at(at <= 0 ? -1 : at - 1);
	if (key === "Home") return all[0];
	if (key === "End") return all.at(-1);
	if (key.length !== 1 || key === " ") return undefined;
	const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
	return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}
