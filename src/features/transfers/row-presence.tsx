import { For } from "solid-js";
import type { ScheduleId } from "#domain/schedule.ts";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Avatar } from "#ui/avatar.tsx";

/** The colleagues who have a schedule open. */
export function RowPresence(props: { scheduleId: ScheduleId | undefined }) {
	const session = useSession();
	const messages = useMessages();

	const colleagues = () =>
		props.scheduleId === undefined
			? []
			: session.colleagues().filter((one) => one.place.scheduleId === props.scheduleId);

	return (
		<For each={colleagues()}>
			{(one) => (
				<Avatar
					name={one.name}
					hue={one.hue}
					size="sm"
					live={one.away ? "away" : "editing"}
					label={messages().transfers.head.editing(one.name)}
				/>
			)}
		</For>
	);
}
