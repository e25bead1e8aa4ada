import { createVirtualizer } from "@tanstack/solid-virtual";
import { createEffect, For, on, Show } from "solid-js";
import type { CustomerId } from "#domain/customer.ts";
import { useMessages } from "#i18n/messages.tsx";
import { createMediaQuery, PHONE } from "#ui/create-media-query.ts";
import { createSingleKeys } from "#ui/single-keys.ts";
import type { CustomerEntry } from "./create-customer-list.ts";
import { CustomerCard } from "./customer-card.tsx";
import { CustomerRow } from "./customer-row.tsx";
import { CustomerTable } from "./customer-table.tsx";

const ROW_PX = 36;
const CARD_PX = 104;
const HEAD_PX = 30;

/** All customers, of which only those in sight are in the page: a table, on phones a list. J, K and arrows walk it. */
export function CustomerList(props: { entries: readonly CustomerEntry[] }) {
	const messages = useMessages();
	const phone = createMediaQuery(PHONE);
	let scroller!: HTMLDivElement;
	let latest: CustomerId | undefined;

	const virtualizer = createVirtualizer<HTMLDivElement, HTMLElement>({
		get count() {
			return props.entries.length;
		},
		getScrollElement: () => scroller,
		estimateSize: () => (phone() ? CARD_PX : ROW_PX),
		overscan: 10,
		scrollPaddingStart: HEAD_PX,
	});
	const rows = () => virtualizer.getVirtualItems();
	const before = () => rows()[0]?.start ?? 0;
	const after = () => virtualizer.getTotalSize() - (rows().at(-1)?.end ?? 0);

	createEffect(on(phone, () => virtualizer.measure(), { defer: true }));
	createSingleKeys({
		j: () => move(1),
		k: () => move(-1),
		ArrowDown: () => move(1),
		ArrowUp: () => move(-1),
	});

	function measure(row: HTMLElement) {
		if (row.isConnected) virtualizer.measureElement(row);
	}

	function move(by: 1 | -1): undefined {
		const at = props.entries.findIndex((entry) => entry.customer.id === latest);
		focusRow(Math.max(0, Math.min(at + by, props.entries.length - 1)));
	}

	function focusRow(index: number) {
		latest = props.entries[index]?.customer.id;
		virtualizer.scrollToIndex(index);
		// the row may come into the page with the scrolling only
		requestAnimationFrame(() =>
			scroller.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true }),
		);
	}

	function noteFocus(event: FocusEvent) {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
		if (row !== null) latest = props.entries[Number(row.dataset.index)]?.customer.id;
	}

	return (
		<div ref={scroller} class="customer-list" onFocusIn={noteFocus}>
			<Show
				when={phone()}
				fallback={
					<CustomerTable count={props.entries.length} before={before()} after={after()}>
						<For each={rows()}>
							{(row) => (
								<Show when={props.entries[row.index]}>
									{(entry) => <CustomerRow entry={entry()} index={row.index} measure={measure} />}
								</Show>
							)}
						</For>
					</CustomerTable>
				}
			>
				<ul
					aria-label={messages().customers.title}
					style={{ "padding-top": `${before()}px`, "padding-bottom": `${after()}px` }}
				>
					<For each={rows()}>
						{(row) => (
							<Show when={props.entries[row.index]}>
								{(entry) => (
									<CustomerCard
										entry={entry()}
										index={row.index}
										count={props.entries.length}
										measure={measure}
									/>
								)}
							</Show>
						)}
					</For>
				</ul>
			</Show>
		</div>
	);
}
