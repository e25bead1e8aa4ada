import { Search } from "lucide";
import { For, type JSX, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { Keys } from "#ui/keys.tsx";
import { Mark } from "#ui/mark.tsx";
import { Tooltip } from "#ui/tooltip.tsx";
import type { Place } from "./create-places.ts";

type SidebarProps = {
	rail: boolean;
	/** Below the app's name. */
	team: string;
	places: readonly Place[];
	/** `undefined`: there is nothing to search. */
	onSearch: (() => void) | undefined;
	/** The menu at the foot. */
	user: JSX.Element;
};

/** The way to every place; as a rail only icons, with their names as tooltips. */
export function Sidebar(props: SidebarProps) {
	const messages = useMessages();
	const words = () => messages().app;

	return (
		<nav class="nav" aria-label={words().navigation}>
			<div class="nav-org">
				<Mark />
				<span>
					<b>{words().name}</b>
					<small>{props.team}</small>
				</span>
			</div>
			<Show when={props.onSearch}>
				{(search) => (
					<Tooltip text={props.rail ? words().palette.open : undefined} side="right">
						<button type="button" class="nav-search" onClick={() => search()()}>
							<Icon of={Search} size="sm" />
							<span>{words().palette.open}</span>
							<Keys keys={["Ctrl K"]} />
						</button>
					</Tooltip>
				)}
			</Show>
			<ul>
				<For each={props.places}>
					{(place) => (
						<li>
							<Tooltip text={props.rail ? place.label : undefined} side="right">
								<a class="nav-item" href={place.href} aria-current={place.isHere ? "page" : undefined}>
									<Icon of={place.icon} />
									<span>{place.label}</span>
									<Show when={place.count}>{(count) => <span class="n">{count()}</span>}</Show>
								</a>
							</Tooltip>
						</li>
					)}
				</For>
			</ul>
			<div class="nav-spacer" />
			{props.user}
		</nav>
	);
}
