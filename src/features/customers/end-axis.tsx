import { For } from "solid-js";
import { type Day, daysBetween } from "#domain/day.ts";
import { transferWindow } from "#domain/window.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import type { EndMark } from "./summarise.ts";
import "./end-axis.css";

/** The window as a line with today and a tick for every end date. */
export function EndAxis(props: { marks: readonly EndMark[] }) {
	const session = useSession();
	const messages = useMessages();

	return (
		<span
			class="end-axis"
			role="img"
			aria-label={messages().customers.axis(props.marks.length)}
			style={{ "--today": `${place(session.today(), session.today())}%` }}
		>
			<For each={props.marks}>
				{(mark) => (
					<i data-level={mark.level} style={{ "--a": `${place(mark.agreement.endsOn, session.today())}%` }} />
				)}
			</For>
		</span>
	);
}

/** First and last month of the axis, and today between them. */
export function EndAxisHead() {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const span = () => transferWindow(session.today());

	return (
		<span class="end-axis-head">
			<span style={{ "--a": "0%" }}>{format().month(span().from)}</span>
			<span style={{ "--a": `${place(session.today(), session.today())}%` }}>
				{messages().customers.columns.today}
			</span>
			<span style={{ "--a": "100%" }}>{format().month(span().to)}</span>
		</span>
	);
}

/** Percent of the window. */
function place(on: Day, today: Day): number {
	const { from, to } = transferWindow(today);
	return (100 * daysBetween(from, on)) / daysBetween(from, to);
}
