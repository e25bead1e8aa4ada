import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, onCleanup, Show } from "solid-js";
import * as v from "valibot";
import type { AgreementId } from "#domain/agreement.ts";
import type { Customer, CustomerId } from "#domain/customer.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useSession } from "#session/session.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { createMediaQuery, PHONE } from "#ui/create-media-query.ts";
import { Empty } from "#ui/empty.tsx";
import { Keys } from "#ui/keys.tsx";
import { createSingleKeys } from "#ui/single-keys.ts";
import { AgreementList } from "./agreement-list.tsx";
import { type AgreementGroup, createTransferList, type SubscriptionRow } from "./create-transfer-list.ts";
import { CustomerHead } from "./customer-head.tsx";
import { canStart, isOpenable } from "./row-schedule.ts";
import { SchedulePanel } from "./schedule-panel.tsx";
import { SubscriptionItems } from "./subscription-items.tsx";
import { SubscriptionTable } from "./subscription-table.tsx";

/** More agreements than this are not ticked from the start: their subscriptions would fill many screens. */
const TICKED_AT_FIRST = 8;

/** The open subscription stands in the address, so that a link leads to it. */
const Opened = v.object({ line: v.fallback(v.optional(v.string()), undefined) });

/** One customer's agreements, their subscriptions and the panel of the one that is open. */
export function CustomerTransfers(props: { customerId: CustomerId }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const [search, setSearch] = useSearchParams();
	const phone = createMediaQuery(PHONE);
	let pane!: HTMLDivElement;

	const [ticks, setTicks] = createSignal<ReadonlyMap<AgreementId, boolean>>(new Map());
	const [folded, setFolded] = createSignal<ReadonlySet<AgreementId>>(new Set());
	const [current, setCurrent] = createSignal<string>();

	const customer = createMemo<Customer>(
		(before) => session.customers.all().get(props.customerId) ?? before,
		// the page shows this component only while the customer is there
		session.customers.all().get(props.customerId) as Customer,
	);
	const list = createTransferList(session, customer);
	const ticked = createMemo(() => list.inWindow().filter((group) => isTicked(group.agreement.id)));
	const rows = createMemo(() => list.inWindow().flatMap((group) => group.rows));
	const visible = createMemo(() =>
		ticked()
			.filter((group) => !folded().has(group.agreement.id))
			.flatMap((group) => group.rows),
	);
	const openRow = createMemo(() => {
		const { line } = v.parse(Opened, search);
		const row = line === undefined ? undefined : rows().find((one) => one.key === line);
		return row !== undefined && isOpenable(session, row) ? row : undefined;
	});
	/** Stays what it was while the panel of a row that can no longer be open goes away. */
	const panelRow = createMemo<SubscriptionRow>(
		(before) => openRow() ?? before,
		// the panel is there only while a row is open
		openRow() as SubscriptionRow,
	);
	const currentKey = () => {
		const key = openRow()?.key ?? current();
		return visible().some((row) => row.key === key) ? key : visible()[0]?.key;
	};

	session.setPlace({ customerId: props.customerId });
	onCleanup(() => session.setPlace({}));
	createSingleKeys({
		j: () => walk(1),
		k: () => walk(-1),
		ArrowDown: () => walk(1),
		ArrowUp: () => walk(-1),
		Enter: (event) => (isOnControl(event) ? false : openCurrent()),
		e: () => openCurrent(),
		s: () => renewCurrent(),
		Escape: () => (openRow() === undefined ? false : close()),
	});

	function isTicked(id: AgreementId): boolean {
		const isEarly = list.inWindow().findIndex((group) => group.agreement.id === id) < TICKED_AT_FIRST;
		return ticks().get(id) ?? isEarly;
	}

	function tick(id: AgreementId, on: boolean) {
		setTicks((before) => new Map(before).set(id, on));
	}

	function fold({ agreement }: AgreementGroup) {
		setFolded((before) => {
			const after = new Set(before);
			if (!after.delete(agreement.id)) after.add(agreement.id);
			return after;
		});
	}

	function open(row: SubscriptionRow): undefined {
		setCurrent(row.key);
		setSearch({ line: row.key }, { replace: openRow() !== undefined, scroll: false });
	}

	function close(): undefined {
		setSearch({ line: undefined }, { replace: true, scroll: false });
	}

	/** The row that somebody has walked to; none before the first step. */
	function chosen(): SubscriptionRow | undefined {
		const key = openRow()?.key ?? current();
		return visible().find((one) => one.key === key);
	}

	function openCurrent(): undefined | false {
		const row = chosen();
		return row !== undefined && isOpenable(session, row) ? open(row) : false;
	}

	function renewCurrent(): undefined | false {
		const row = chosen();
		return row !== undefined && canStart(row.state()) ? open(row) : false;
	}

	/** With the panel open, to the next row that it can show. */
	function walk(by: 1 | -1): undefined {
		const isStop = (row: SubscriptionRow) => openRow() === undefined || isOpenable(session, row);
		const at = visible().findIndex((row) => row.key === currentKey());
		const isFirst = current() === undefined && openRow() === undefined;
		const rest = by === 1 ? visible().slice(isFirst ? 0 : at + 1) : visible().slice(0, at).reverse();
		const next = rest.find(isStop);
		if (next === undefined) return;
		setCurrent(next.key);
		const line = pane.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`);
		if (openRow() !== undefined) {
			open(next);
			line?.scrollIntoView({ block: "nearest" });
		} else line?.focus();
	}

	return (
		<div class="split">
			<div ref={pane} class="pane">
				<CustomerHead customer={customer()} />
				<AgreementList groups={list.inWindow()} outside={list.outside()} isTicked={isTicked} onTick={tick} />
				<Show when={list.inWindow().length > 0} fallback={<NothingEnds />}>
					<Show
						when={ticked().length > 0}
						fallback={<p class="hint none-ticked">{messages().transfers.empty.noneTicked}</p>}
					>
						<Show
							when={phone()}
							fallback={
								<SubscriptionTable
									groups={ticked()}
									currentKey={currentKey()}
									openKey={openRow()?.key}
									isFolded={(group) => folded().has(group.agreement.id)}
									onFold={fold}
									onCurrent={(row) => setCurrent(row.key)}
									onOpen={open}
								/>
							}
						>
							<SubscriptionItems groups={ticked()} openKey={openRow()?.key} onOpen={open} />
						</Show>
					</Show>
				</Show>
				<footer class="transfers-foot">
					<Show when={session.unreadableSchedules() > 0}>
						<span class="t-warn">
							{messages().transfers.unreadable(format().number(session.unreadableSchedules()))}
						</span>
					</Show>
					<span class="keys">
						<Keys keys={["J", "K"]} /> {messages().transfers.keys.move}
					</span>
					<span class="keys">
						<Keys keys={["↵"]} /> {messages().transfers.keys.open}
					</span>
					<span class="keys">
						<Keys keys={["S"]} /> {messages().transfers.keys.renew}
					</span>
				</footer>
			</div>
			<Show when={openRow() !== undefined}>
				<SchedulePanel row={panelRow()} rows={rows()} onWalk={walk} onClose={close} />
			</Show>
		</div>
	);
}

function NothingEnds() {
	const messages = useMessages();

	return (
		<Empty
			title={messages().transfers.empty.title}
			text={messages().transfers.empty.text}
			actions={<ButtonLink href={paths.imports()}>{messages().customers.empty.action}</ButtonLink>}
		/>
	);
}

function isOnControl(event: KeyboardEvent): boolean {
	return event.target instanceof Element && event.target.closest("button, a, label, summary, input") !== null;
}
