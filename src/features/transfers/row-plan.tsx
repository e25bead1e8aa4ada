import { Match, Show, Switch } from "solid-js";
import type { Terms } from "#domain/schedule.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { rowTerms } from "./row-schedule.ts";
import { useStateReason } from "./subscription-pill.tsx";

/** What a row says of its CSP plan: the terms with their newest date, or in a few words why there are none. */
export function RowPlan(props: { row: SubscriptionRow }) {
	const session = useSession();
	const messages = useMessages();
	const reason = useStateReason();

	const state = () => props.row.state();
	const terms = () => rowTerms(session, props.row);
	const short = () => {
		const now = state();
		if (now.state === "ineligible") return reason(now, props.row.agreement);
		const words: Readonly<Record<string, string>> = messages().states.short;
		return words[now.state];
	};

	return (
		<Switch fallback={<span class="sub truncate">{short()}</span>}>
			<Match when={state().state === "refused"}>
				<span class="t-bad fs-12 truncate">{reason(state(), props.row.agreement)}</span>
			</Match>
			<Match when={terms()}>
				{(known) => (
					<span class="truncate">
						<TermsText terms={known()} row={props.row} /> <PlanNote row={props.row} terms={known()} />
					</span>
				)}
			</Match>
		</Switch>
	);
}

function TermsText(props: { terms: Terms; row: SubscriptionRow }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers;

	return (
		<>
			<span>{`${words().term[props.terms.term]}, ${words().plan[props.terms.billingPlan]}`}</span>
			<Show when={props.terms.quantity !== props.row.line.quantity}>
				{" "}
				<span class="sub">{words().licences(format().number(props.terms.quantity))}</span>
			</Show>
		</>
	);
}

/** The one date or word that matters now: withdrawn, changed, submitted, committed, aligned. */
function PlanNote(props: { row: SubscriptionRow; terms: Terms }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers;
	const isOffline = () => session.kind === "server" && session.connection().state !== "synced";
	const text = () => {
		const now = props.row.state();
		if (now.state === "committed") {
			if (now.withdrawing) return words().withdrawing;
			return now.change === undefined ? format().moment(now.commitment.at) : words().change[now.change];
		}
		if (now.state === "waiting") {
			const time = format().time(now.revision.at);
			return isOffline() ? words().offlineAt(time) : words().submittedAt(time);
		}
		return props.terms.endsOn === null ? "" : words().until(format().day(props.terms.endsOn));
	};

	return (
		<span class="sub" data-local={isLocal(props.row) ? "" : undefined}>
			{text()}
		</span>
	);
}

function isLocal(row: SubscriptionRow): boolean {
	const state = row.state();
	return state.state === "committed" && (state.withdrawing || state.change !== undefined);
}
