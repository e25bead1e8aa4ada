import { Show } from "solid-js";
import { isEndOfSale } from "#domain/sku.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { type Session, useSession } from "#session/session.tsx";
import { Tooltip } from "#ui/tooltip.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { RowAction } from "./row-action.tsx";
import { RowPlan } from "./row-plan.tsx";
import { RowPresence } from "./row-presence.tsx";
import { isOpenable, rowSchedule } from "./row-schedule.ts";
import { offerOf, subscriptionName } from "./subscription-name.ts";
import { SubscriptionPill } from "./subscription-pill.tsx";

type TransferRowProps = {
	row: SubscriptionRow;
	current: boolean;
	open: boolean;
	onCurrent(): void;
	onOpen(): void;
};

/** One EA subscription: seats, state, CSP plan and the next step. */
export function TransferRow(props: TransferRowProps) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const name = () => subscriptionName(session, props.row.line);
	const canOpen = () => isOpenable(session, props.row);

	function click(event: MouseEvent) {
		const onControl = event.target instanceof Element && event.target.closest("button, .tip") !== null;
		if (!onControl && canOpen()) props.onOpen();
	}

	return (
		<tr
			class="line"
			data-key={props.row.key}
			data-open={props.open ? "" : undefined}
			data-dim={canOpen() ? undefined : ""}
			data-openable={canOpen() ? "" : undefined}
			tabindex={props.current ? 0 : -1}
			onFocusIn={() => props.onCurrent()}
			onClick={click}
		>
			<th scope="row">
				<span class="line-name">
					<span class="truncate name" title={props.row.line.description}>
						{name()}
					</span>
					<Show when={hasEnded(session, props.row)}>
						<Tooltip text={messages().transfers.endOfSaleWhy}>
							<span class="tag">{messages().transfers.endOfSale}</span>
						</Tooltip>
					</Show>
				</span>
			</th>
			<td class="r">{format().number(props.row.line.quantity)}</td>
			<td>
				<SubscriptionPill state={props.row.state()} agreement={props.row.agreement} />
			</td>
			<td>
				<RowPlan row={props.row} />
			</td>
			<td class="end-cell">
				<span class="row-end">
					<RowPresence scheduleId={rowSchedule(session, props.row)?.id} />
					<RowAction row={props.row} onOpen={() => props.onOpen()} />
				</span>
			</td>
		</tr>
	);
}

/** The SKU is no longer sold in the customer's market (R24). */
export function hasEnded(session: Session, row: SubscriptionRow): boolean {
	const market = row.customer().country;
	const sku = offerOf(session, row.line)?.sku;
	return market !== undefined && sku !== undefined && isEndOfSale(session.catalogue(), sku, market);
}
