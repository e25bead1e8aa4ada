import { Download, Keyboard, LogOut, Settings } from "lucide";
import { Show } from "solid-js";
import { LOCALES, useLocale, useMessages } from "#i18n/messages.tsx";
import { Avatar, hueOf } from "#ui/avatar.tsx";
import { Icon } from "#ui/icon.tsx";
import { Menu, type MenuEntry } from "#ui/menu.tsx";
import { setTheme, THEMES, theme } from "./theme.ts";

type UserMenuProps = {
	person: { id: string; name: string };
	/** What they are here: their roles, or that the workspace is local. */
	about: string;
	/** In the bottom navigation: icon above its word. */
	small?: boolean;
	leaveLabel: string;
	onShortcuts(): void;
	onExport: (() => void) | undefined;
	onLeave(): void;
};

/** Language, theme, shortcuts, export and the way out. */
export function UserMenu(props: UserMenuProps) {
	const messages = useMessages();
	const language = useLocale();

	const words = () => messages().app;
	const entries = (): MenuEntry[] => [
		{ kind: "title", label: words().language },
		...LOCALES.map(
			(locale): MenuEntry => ({
				kind: "action",
				label: words().languages[locale],
				checked: language.locale() === locale,
				run: () => void language.setLocale(locale),
			}),
		),
		{ kind: "title", label: words().theme },
		...THEMES.map(
			(choice): MenuEntry => ({
				kind: "action",
				label: words().themes[choice],
				checked: theme() === choice,
				run: () => setTheme(choice),
			}),
		),
		{ kind: "separator" },
		{
			kind: "action",
			label: words().shortcuts.title,
			icon: Keyboard,
			keys: ["?"],
			run: () => props.onShortcuts(),
		},
		...exportEntry(),
		{ kind: "separator" },
		{ kind: "action", label: props.leaveLabel, icon: LogOut, run: () => props.onLeave() },
	];

	function exportEntry(): MenuEntry[] {
		const run = props.onExport;
		return run === undefined ? [] : [{ kind: "action", label: words().exportAll, icon: Download, run }];
	}

	return (
		<Menu
			label={props.person.name}
			entries={entries()}
			side="top"
			align={props.small ? "end" : "start"}
			trigger={(trigger) => (
				<button type="button" {...trigger} class={props.small ? undefined : "nav-user"}>
					<Show
						when={!props.small}
						fallback={
							<>
								<Icon of={Settings} />
								{words().more}
							</>
						}
					>
						<Avatar name={props.person.name} hue={hueOf(props.person.id)} size="lg" silent />
						<span class="grow">
							<span class="truncate">{props.person.name}</span>
							<small class="truncate" title={props.about}>
								{props.about}
							</small>
						</span>
						<Icon of={Settings} size="sm" />
					</Show>
				</button>
			)}
		/>
	);
}
