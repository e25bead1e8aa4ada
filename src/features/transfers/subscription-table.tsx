import { ChevronDown, ChevronRight } from "lucide";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import type { AgreementGroup, SubscriptionRow } from "./create-transfer-list.ts";
import { TransferRow } from "./transfer-row.tsx";
import { useGroupWords } from "./use-group-words.ts";

export type SubscriptionListProps = {
	groups: readonly AgreementGroup[];
	/** The row that the arrow keys are on. */
	currentKey: string | undefined;
	/** The row whose panel is open. */
	openKey: string | undefined;
	isFolded(group: AgreementGroup): boolean;
	onFold(group: AgreementGroup): void;
	onCurrent(row: SubscriptionRow): void;
	onOpen(row: SubscriptionRow): void;
};

/** The EA subscriptions of the ticked agreements, grouped by agreement. */
export function SubscriptionTable(props: SubscriptionListProps) {
	const messages = useMessages();

	const words = () => messages().transfers.columns;

	return (
		<table class="table subs" aria-label={messages().transfers.label}>
			<thead>
				<tr>
					<th scope="col">{words().subscription}</th>
					<th scope="col" class="r">
						{words().seats}
					</th>
					<th scope="col">{words().state}</th>
					<th scope="col">{words().plan}</th>
					<th scope="col">
						<span class="sr">{words().action}</span>
					</th>
				</tr>
			</thead>
			<For each={props.groups}>
				{(group) => (
					<Group group={group} folded={props.isFolded(group)} onFold={() => props.onFold(group)}>
						{(row) => (
							<TransferRow
								row={row}
								current={row.key === props.currentKey}
								open={row.key === props.openKey}
								onCurrent={() => props.onCurrent(row)}
								onOpen={() => props.onOpen(row)}
							/>
						)}
					</Group>
				)}
			</For>
		</table>
	);
}

type GroupProps = {
	group: AgreementGroup;
	folded: boolean;
	onFold(): void;
	children: (row: SubscriptionRow) => JSX.Element;
};

function Group(props: GroupProps) {
	const messages = useMessages();
	const groupWords = useGroupWords();
	const id = createUniqueId();

	const words = () => groupWords(props.group.agreement);

	return (
		<tbody id={id}>
			<tr class="group">
				<th colspan={5} scope="rowgroup">
					<span class="group-in">
						<button
							type="button"
							aria-expanded={!props.folded}
							aria-controls={id}
							aria-label={messages().transfers.group.fold(props.group.agreement.number)}
							onClick={() => props.onFold()}
						>
							<Icon of={props.folded ? ChevronRight : ChevronDown} size="xs" />
						</button>
						<b class="mono">{props.group.agreement.number}</b>
						<span>{words().when}</span>
						<span class="end-auto">{words().next}</span>
					</span>
				</th>
			</tr>
			<Show when={!props.folded}>
				<For each={props.group.rows}>{(row) => props.children(row)}</For>
			</Show>
		</tbody>
	);
}
