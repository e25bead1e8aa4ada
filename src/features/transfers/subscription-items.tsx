import { ChevronRight, Info } from "lucide";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { RowPlan } from "./row-plan.tsx";
import { RowPresence } from "./row-presence.tsx";
import { canStart, isOpenable, rowSchedule, rowTerms } from "./row-schedule.ts";
import { subscriptionName } from "./subscription-name.ts";
import { SubscriptionPill, useStateReason } from "./subscription-pill.tsx";
import type { SubscriptionListProps } from "./subscription-table.tsx";
import { hasEnded } from "./transfer-row.tsx";
import { useGroupWords } from "./use-group-words.ts";

/** The same as the table, as phones show it: reasons unfold in place. */
export function SubscriptionItems(props: Pick<SubscriptionListProps, "groups" | "openKey" | "onOpen">) {
	const messages = useMessages();
	const groupWords = useGroupWords();

	return (
		<section aria-label={messages().transfers.label}>
			<For each={props.groups}>
				{(group) => (
					<>
						<h3 class="grp">
							<span>
								<b class="mono">{group.agreement.number}</b> {groupWords(group.agreement).when}
							</span>
							<span>{groupWords(group.agreement).next}</span>
						</h3>
						<ul>
							<For each={group.rows}>
								{(row) => (
									<Item row={row} open={row.key === props.openKey} onOpen={() => props.onOpen(row)} />
								)}
							</For>
						</ul>
					</>
				)}
			</For>
		</section>
	);
}

function Item(props: { row: SubscriptionRow; open: boolean; onOpen(): void }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const reason = useStateReason();
	const [unfolded, setUnfolded] = createSignal(false);

	const words = () => messages().transfers;
	const name = () => subscriptionName(session, props.row.line);
	const why = () => reason(props.row.state(), props.row.agreement);
	const canOpen = () => isOpenable(session, props.row);
	const isFirst = () => canStart(props.row.state()) && rowSchedule(session, props.row) === undefined;

	return (
		<li
			class="item"
			data-key={props.row.key}
			data-dim={canOpen() ? undefined : ""}
			data-open={props.open ? "" : undefined}
		>
			<div>
				<div class="name">
					{name()}{" "}
					<Show when={hasEnded(session, props.row)}>
						<span class="tag">{words().endOfSale}</span>
					</Show>
				</div>
				<div class="facts">
					<SubscriptionPill state={props.row.state()} agreement={props.row.agreement} inline />
					<span>{words().licences(format().number(props.row.line.quantity))}</span>
					<RowPresence scheduleId={rowSchedule(session, props.row)?.id} />
					<Show when={rowTerms(session, props.row)}>
						<RowPlan row={props.row} />
					</Show>
				</div>
			</div>
			<Switch>
				<Match when={isFirst()}>
					<Button variant="renew" onClick={() => props.onOpen()}>
						{words().renew}
					</Button>
				</Match>
				<Match when={canOpen()}>
					<Button
						variant="ghost"
						icon={ChevronRight}
						label={words().panel.label(name())}
						onClick={() => props.onOpen()}
					/>
				</Match>
				<Match when={why()}>
					<Button
						variant="ghost"
						icon={Info}
						label={words().why}
						aria-expanded={unfolded()}
						onClick={() => setUnfolded((before) => !before)}
					/>
				</Match>
			</Switch>
			<Show when={unfolded() && why()}>{(text) => <p class="why">{text()}</p>}</Show>
		</li>
	);
}
