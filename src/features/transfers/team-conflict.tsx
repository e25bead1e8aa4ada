import { UsersRound } from "lucide";
import { createMemo, For, Show } from "solid-js";
import { type Schedule, type ScheduleId, sameTerms, type Terms } from "#domain/schedule.ts";
import { scheduleProgress } from "#domain/schedule-progress.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { lineSchedules } from "#session/line-state.ts";
import { useSession } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { setAside, takeOver } from "./schedule-commands.ts";

type Conflict = { readonly own: Schedule; readonly teamId: ScheduleId; readonly committed: Terms };

/** Two members scheduled the same subscription: the values that came second are offered as a change. */
export function TeamConflict(props: { row: SubscriptionRow }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel.team;
	const conflicts = createMemo((): Conflict[] => {
		const state = props.row.state();
		if (state.state !== "committed" || state.schedule === undefined) return [];
		const { commitment, schedule } = state;
		return lineSchedules(session, props.row.agreement, props.row.line)
			.filter((own) => own.id !== schedule.id && isSecond(own) && !sameTerms(own.terms, schedule.terms))
			.map((own) => ({ own, teamId: schedule.id, committed: commitment.terms }));
	});

	function isSecond(own: Schedule): boolean {
		const { stage } = scheduleProgress(own, session);
		return stage === "refused" || stage === "draft";
	}

	function differences({ own, committed }: Conflict) {
		const { term, plan } = messages().transfers;
		const end = (terms: Terms) => (terms.endsOn === null ? words().fullTerm : format().day(terms.endsOn));
		return [
			{ label: words().term, of: (terms: Terms) => term[terms.term] },
			{ label: words().billingPlan, of: (terms: Terms) => plan[terms.billingPlan] },
			{ label: words().quantity, of: (terms: Terms) => format().number(terms.quantity) },
			{ label: words().endsOn, of: end },
		]
			.map((field) => ({ label: field.label, ours: field.of(own.terms), theirs: field.of(committed) }))
			.filter((field) => field.ours !== field.theirs);
	}

	return (
		<For each={conflicts()}>
			{(conflict) => (
				<section class="conflict" aria-label={words().title}>
					<Icon of={UsersRound} />
					<div class="grow">
						<b>{words().title}</b>
						<p>{words().text(conflict.own.revisions.at(-1)?.byName ?? conflict.own.createdByName)}</p>
						<dl class="dl">
							<For each={differences(conflict)}>
								{(field) => (
									<>
										<dt>{field.label}</dt>
										<dd>
											<b>{field.ours}</b> <s>{field.theirs}</s>
										</dd>
									</>
								)}
							</For>
						</dl>
						<div class="row">
							<Show when={differences(conflict).length > 0}>
								<Button size="sm" onClick={() => takeOver(session, conflict.own, conflict.teamId)}>
									{words().use}
								</Button>
							</Show>
							<Button size="sm" variant="ghost" onClick={() => setAside(session, conflict.own)}>
								{words().discard}
							</Button>
						</div>
					</div>
				</section>
			)}
		</For>
	);
}
