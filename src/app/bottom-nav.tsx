import { Search } from "lucide";
import { For, type JSX, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import type { Place } from "./create-places.ts";

type BottomNavProps = {
	places: readonly Place[];
	onSearch: (() => void) | undefined;
	user: JSX.Element;
};

/** The way to every place on a phone. */
export function BottomNav(props: BottomNavProps) {
	const messages = useMessages();
	const words = () => messages().app;

	return (
		<nav class="bottom-nav" aria-label={words().navigation}>
			<For each={props.places}>
				{(place) => (
					<a href={place.href} aria-current={place.isHere ? "page" : undefined}>
						<Icon of={place.icon} />
						{place.label}
					</a>
				)}
			</For>
			<Show when={props.onSearch}>
				{(search) => (
					<button type="button" onClick={() => search()()}>
						<Icon of={Search} />
						{words().palette.openShort}
					</button>
				)}
			</Show>
			{props.user}
		</nav>
	);
}
