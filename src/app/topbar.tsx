import { ChevronLeft, Keyboard } from "lucide";
import { createMemo, For, type JSX, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { Colleague } from "#session/presence.ts";
import { AvatarStack } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import type { Crumb } from "#ui/page-frame.tsx";

type TopbarProps = {
	crumbs: readonly Crumb[];
	colleagues: readonly Colleague[];
	/** The sync chip; nothing for an operator without a team. */
	chip: JSX.Element;
	/** Share of changes that are sent, in percent, while they are. */
	sentPercent: number | undefined;
	onShortcuts(): void;
};

/** Where one is, who else is here, and what is saved where. */
export function Topbar(props: TopbarProps) {
	const messages = useMessages();

	const words = () => messages().app;
	const up = () => props.crumbs.findLast((crumb, at) => at < props.crumbs.length - 1 && crumb.href)?.href;
	const people = createMemo(() =>
		props.colleagues.map((colleague) => ({
			name: colleague.name,
			hue: colleague.hue,
			live: colleague.away ? ("away" as const) : ("on" as const),
			label: colleague.away ? words().awayNow(colleague.name) : words().hereNow(colleague.name),
		})),
	);

	return (
		<header class="topbar">
			<Show when={up()}>
				{(href) => (
					<span class="back">
						<ButtonLink variant="ghost" icon={ChevronLeft} label={words().back} href={href()} />
					</span>
				)}
			</Show>
			<nav aria-label={words().breadcrumb}>
				<ol class="crumbs">
					<For each={props.crumbs}>
						{(crumb, at) => (
							<li>
								<Show
									when={at() < props.crumbs.length - 1}
									fallback={<span aria-current="page">{crumb.label}</span>}
								>
									<Show when={crumb.href} fallback={<span>{crumb.label}</span>}>
										{(href) => <a href={href()}>{crumb.label}</a>}
									</Show>
								</Show>
							</li>
						)}
					</For>
				</ol>
			</nav>
			<div class="topbar-end">
				<AvatarStack people={people()} max={5} />
				{props.chip}
				<span class="no-phone">
					<Button
						variant="ghost"
						size="sm"
						icon={Keyboard}
						label={words().shortcuts.title}
						onClick={() => props.onShortcuts()}
					/>
				</span>
			</div>
			<Show when={props.sentPercent !== undefined}>
				<div class="topbar-progress" aria-hidden="true">
					<i style={{ "--v": `${props.sentPercent}%` }} />
				</div>
			</Show>
		</header>
	);
}
