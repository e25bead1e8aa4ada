import { ArrowRight } from "lucide";
import { Match, Switch } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { canStart, isOpenable, rowSchedule } from "./row-schedule.ts";

/** The next step of a row, or nothing (interface.md 6.1). */
export function RowAction(props: { row: SubscriptionRow; onOpen(): void }) {
	const session = useSession();
	const messages = useMessages();

	const words = () => messages().transfers;
	const state = () => props.row.state().state;
	const isFirst = () => canStart(props.row.state()) && rowSchedule(session, props.row) === undefined;
	const label = () => {
		if (state() === "refused") return words().tryAgain;
		const isEditable = state() === "draft" || state() === "waiting" || state() === "committed";
		return isEditable || canStart(props.row.state()) ? words().edit : words().view;
	};

	return (
		<Switch>
			<Match when={isFirst()}>
				<Button variant="renew" size="sm" iconEnd={ArrowRight} onClick={() => props.onOpen()}>
					{words().renew}
				</Button>
			</Match>
			<Match when={isOpenable(session, props.row)}>
				<Button variant="ghost" size="sm" onClick={() => props.onOpen()}>
					{label()}
				</Button>
			</Match>
		</Switch>
	);
}
