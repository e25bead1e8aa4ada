import { For, Show } from "solid-js";

export type Tab = {
	readonly id: string;
	readonly label: string;
	/** As the language writes numbers. */
	readonly count?: string | undefined;
	/** A tab is a place: it has an address. */
	readonly href: string;
};

export function Tabs(props: { label: string; tabs: readonly Tab[]; current: string }) {
	return (
		<nav class="tabs" aria-label={props.label}>
			<For each={props.tabs}>
				{(tab) => (
					<a href={tab.href} aria-current={tab.id === props.current ? "page" : undefined}>
						{tab.label}
						<Show when={tab.count}>{(count) => <span class="n">{count()}</span>}</Show>
					</a>
				)}
			</For>
		</nav>
	);
}
