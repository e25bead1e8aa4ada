import { For, Show } from "solid-js";
import type { CustomerId } from "#domain/customer.ts";
import { useMessages } from "#i18n/messages.tsx";
import { createMediaQuery, PHONE } from "#ui/create-media-query.ts";
import { createRowWindow } from "#ui/create-row-window.ts";
import { createSingleKeys } from "#ui/single-keys.ts";
import type { CustomerEntry } from "./create-customer-list.ts";
import { CustomerCard } from "./customer-card.tsx";
import { CustomerRow } from "./customer-row.tsx";
import { CustomerTable } from "./customer-table.tsx";

const ROW_PX = 36;
const CARD_PX = 112;
const HEAD_PX = 30;

/** All customers, of which only those in sight are in the page: a table, on phones a list. J, K and arrows walk it. */
export function CustomerList(props: { entries: readonly CustomerEntry[] }) {
	const messages = useMessages();
	const phone = createMediaQuery(PHONE);
	let scroller!: HTMLDivElement;
	let latest: CustomerId | undefined;

	const rows = createRowWindow({
		scroller: () => scroller,
		count: () => props.entries.length,
		guessPx: () => (phone() ? CARD_PX : ROW_PX),
		headPx: () => (phone() ? 0 : HEAD_PX),
	});

	createSingleKeys({
		j: () => move(1),
		k: () => move(-1),
		ArrowDown: () => move(1),
		ArrowUp: () => move(-1),
	});

	function move(by: 1 | -1): undefined {
		const at = props.entries.findIndex((entry) => entry.customer.id === latest);
		const index = Math.max(0, Math.min(at + by, props.entries.length - 1));
		latest = props.entries[index]?.customer.id;
		rows.reveal(index)?.querySelector("a")?.focus({ preventScroll: true });
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
					<CustomerTable count={props.entries.length} before={rows.before()} after={rows.after()}>
						<For each={rows.indexes()}>
							{(index) => (
								<Show when={props.entries[index]}>
									{(entry) => <CustomerRow entry={entry()} index={index} />}
								</Show>
							)}
						</For>
					</CustomerTable>
				}
			>
				<ul
					aria-label={messages().customers.title}
					style={{ "padding-top": `${rows.before()}px`, "padding-bottom": `${rows.after()}px` }}
				>
					<For each={rows.indexes()}>
						{(index) => (
							<Show when={props.entries[index]}>
								{(entry) => <CustomerCard entry={entry()} index={index} count={props.entries.length} />}
							</Show>
						)}
					</For>
				</ul>
			</Show>
		</div>
	);
}
