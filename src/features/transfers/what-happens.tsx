import { Clock } from "lucide";
import { Show } from "solid-js";
import { addDays, type Day, dayOfInstant } from "#domain/day.ts";
import { lastEditDay, runHours, runOn } from "#domain/run.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";

/** When a schedule is processed and until when it can be changed (R52 to R56, R78, R86). */
export function WhatHappens(props: { row: SubscriptionRow; endOfSale: boolean }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel.proc;
	const run = (): { on: Day; hours: number } => {
		const state = props.row.state();
		if (state.state === "committed") {
			const { commitment } = state;
			return { on: commitment.runOn, hours: runHours(commitment.eaEndsOn, dayOfInstant(commitment.at)) };
		}
		const { endsOn } = props.row.agreement;
		return { on: runOn(endsOn, session.today()), hours: runHours(endsOn, session.today()) };
	};
	const isTomorrow = () => run().on === addDays(session.today(), 1);
	const isOffline = () =>
		session.kind === "server" && ["offline", "unreachable", "sign-in"].includes(session.connection().state);

	return (
		<p class="proc">
			<Icon of={Clock} />
			<span>
				<b>{isTomorrow() ? words().tomorrow : words().onDay(format().day(run().on))}</b>{" "}
				{words().hours(run().hours)} {words().editUntil(format().day(lastEditDay(run().on)))} {words().noUndo}
				<Show when={props.endOfSale}> {words().sameSku}</Show>
				<Show when={isOffline()}>
					{" "}
					<b>{words().offline}</b>
				</Show>
			</span>
		</p>
	);
}
