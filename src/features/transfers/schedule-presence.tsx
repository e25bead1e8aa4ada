import { For, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { Colleague } from "#session/presence.ts";
import { Avatar } from "#ui/avatar.tsx";

/** Who else of the team is in the same schedule. */
export function SchedulePresence(props: { colleagues: readonly Colleague[] }) {
	const messages = useMessages();

	const words = () => messages().transfers.panel;

	return (
		<div role="status">
			<Show when={props.colleagues.length > 0}>
				<p class="presence">
					<span class="avatars">
						<For each={props.colleagues}>
							{(one) => (
								<Avatar name={one.name} hue={one.hue} size="sm" live={one.away ? "away" : "editing"} />
							)}
						</For>
					</span>
					<span>
						<b>{props.colleagues.map((one) => one.name).join(", ")}</b>{" "}
						{props.colleagues.length === 1 ? words().editingToo : words().editingTooMany}
					</span>
				</p>
			</Show>
		</div>
	);
}
