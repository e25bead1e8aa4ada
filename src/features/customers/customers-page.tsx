import { useSearchParams } from "@solidjs/router";
import { FileUp } from "lucide";
import { createMemo, createSignal, onCleanup, Show } from "solid-js";
import * as v from "valibot";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useSession } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Empty } from "#ui/empty.tsx";
import { Keys } from "#ui/keys.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Track } from "#ui/track.tsx";
import { type CustomerEntry, createCustomerList } from "./create-customer-list.ts";
import { createTally } from "./create-tally.ts";
import { CustomerFilter, inView, matching, View } from "./customer-filter.ts";
import { CustomerFilters } from "./customer-filters.tsx";
import { CustomerList } from "./customer-list.tsx";
import "./customers.css";

/** All customers by their next end date, with views, filters and what is scheduled. */
export function CustomersPage() {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const [search, setSearch] = useSearchParams();

	const [text, setText] = createSignal("");

	const words = () => messages().customers;
	const filter = createMemo(() => v.parse(CustomerFilter, search));
	const entries = createCustomerList(session);
	const tally = createTally(session, entries);
	const known = () => ({ today: session.today(), tally: tally() });
	const shown = createMemo(() => matching(inView(entries(), filter().view, known()), filter(), text()));
	const seats = createMemo(() => shown().reduce((sum, entry) => sum + seatsEnding(entry), 0));
	const counts = createMemo(() => ({
		all: entries().length,
		action: tally() === undefined ? undefined : inView(entries(), "action", known()).length,
		soon: inView(entries(), "soon", known()).length,
	}));
	const tabs = () =>
		View.options.map((id) => {
			const count = counts()[id];
			return {
				id,
				label: words().views[id],
				count: count === undefined ? undefined : format().number(count),
				href: address(id),
			};
		});
	const unreadable = () => session.customers.unreadable() + session.agreements.unreadable();

	usePage(() => ({ title: words().title, crumbs: [{ label: words().title }] }));
	session.setPlace({});
	onCleanup(() => session.setPlace({}));

	function address(view: View): string {
		const params = new URLSearchParams(view === "all" ? {} : { view });
		const { relationship, country } = filter();
		if (relationship !== undefined) params.set("relationship", relationship);
		if (country !== undefined) params.set("country", country);
		return params.size === 0 ? paths.customers() : `${paths.customers()}?${params}`;
	}

	function clear() {
		setText("");
		setSearch({ view: undefined, relationship: undefined, country: undefined }, { replace: true });
	}

	return (
		<div class="customers">
			<div class="page-head">
				<h1>{words().title}</h1>
				<div class="end">
					<ButtonLink href={paths.imports()} icon={FileUp}>
						{words().import}
					</ButtonLink>
				</div>
			</div>
			<Show
				when={entries().length > 0}
				fallback={
					<Empty
						art={<EmptyArt />}
						title={words().empty.title}
						text={words().empty.text}
						actions={
							<ButtonLink variant="primary" href={paths.imports()} icon={FileUp}>
								{words().empty.action}
							</ButtonLink>
						}
					/>
				}
			>
				<Tabs label={words().views.label} tabs={tabs()} current={filter().view} />
				<CustomerFilters
					entries={entries()}
					text={text()}
					onText={setText}
					filter={filter()}
					onFilter={(change) => setSearch(change, { replace: true })}
				/>
				<Show
					when={shown().length > 0}
					fallback={
						<Empty
							title={words().noMatch.title}
							text={words().noMatch.text}
							actions={<Button onClick={clear}>{words().filter.clear}</Button>}
						/>
					}
				>
					<CustomerList entries={shown()} />
				</Show>
				<footer class="list-foot">
					<span role="status">
						{words().shown(format().number(shown().length), format().number(entries().length))}
					</span>
					<span>{words().seatsInWindow(format().number(seats()))}</span>
					<Show when={unreadable() > 0}>
						<span class="t-warn">{words().unreadable(format().number(unreadable()))}</span>
					</Show>
					<span class="end-auto keys">
						<Keys keys={["J", "K"]} /> {words().keys.move}
					</span>
					<span class="keys">
						<Keys keys={["↵"]} /> {words().keys.open}
					</span>
				</footer>
			</Show>
		</div>
	);
}

/** Added up once for each entry: the footer sums the seats of thousands at every key. */
const seatsByEntry = new WeakMap<CustomerEntry, number>();

function seatsEnding(entry: CustomerEntry): number {
	let seats = seatsByEntry.get(entry);
	if (seats === undefined) {
		seats = 0;
		for (const agreement of entry.ending) for (const line of agreement.lines) seats += line.quantity;
		seatsByEntry.set(entry, seats);
	}
	return seats;
}

/** A bar that ends with nobody to take over. */
function EmptyArt() {
	return (
		<span class="empty-bar">
			<Track
				size="lg"
				segments={[
					{ kind: "ea", from: 0, to: 45, join: "out", opensAtStart: true },
					{ kind: "ghost", from: 47, to: 100 },
				]}
			/>
		</span>
	);
}
