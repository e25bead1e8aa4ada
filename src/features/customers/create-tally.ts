import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { Agreement } from "#domain/agreement.ts";
import type { CustomerId } from "#domain/customer.ts";
import { scheduleProgress } from "#domain/schedule-progress.ts";
import { type SubscriptionKey, tenantOfKey } from "#domain/subscription-key.ts";
import { subscriptionState } from "#domain/subscription-state.ts";
import { lineState, unscheduledFacts } from "#session/line-state.ts";
import type { Session } from "#session/session.tsx";
import type { CustomerEntry, Standing } from "./create-customer-list.ts";
import { type Summary, summarise, summariseAgreement } from "./summarise.ts";

/** The longest time in which the page does not answer while it counts. */
const SLICE_MS = 8;

/** Customers on which somebody has to act: seats are open, or a schedule was refused. */
export type Tally = ReadonlySet<CustomerId>;

/**
 * Counts through all customers in slices, again whenever something has changed that states follow from.
 *
 * @returns The last complete count; `undefined` before the first.
 */
export function createTally(
	session: Session,
	entries: Accessor<readonly CustomerEntry[]>,
): Accessor<Tally | undefined> {
	const [tally, setTally] = createSignal<Tally>();
	const touched = createMemo(() => touchedCustomers(session), undefined, { equals: false });
	const basis = createMemo(() => ({
		today: session.today(),
		partner: session.partner(),
		catalogue: session.hasCatalogue() ? session.catalogue() : undefined,
	}));
	let stop = () => {};

	createEffect(
		on([entries, touched, basis], ([list, busy, key]) => {
			stop();
			const found = new Set<CustomerId>();
			stop = inSlices(list, {
				each(entry) {
					const { customer } = entry;
					const isBusy = busy.has(customer.id) || busy.has(customer.tenantId ?? "");
					const needed = untrack(() => (isBusy ? isNeeded(session, entry) : isOpen(session, entry, key)));
					if (needed) found.add(customer.id);
				},
				done: () => setTally(found),
			});
		}),
	);
	onCleanup(() => stop());

	return tally;
}

/** Ids and tenants of customers that the plain states of their lines do not suffice for. */
function touchedCustomers(session: Session): ReadonlySet<string> {
	const touched = new Set<string>();
	const note = (key: SubscriptionKey) => touched.add(tenantOfKey(key));
	for (const key of session.commitments().keys()) note(key);
	for (const key of session.holds()) note(key);
	for (const ids of session.schedulesByLine().values()) {
		for (const id of ids) {
			const schedule = session.schedules[id];
			if (schedule === undefined) continue;
			touched.add(schedule.customerId);
			scheduleProgress(schedule, session); // tracks what the line's state follows from
		}
	}
	return touched;
}

function isNeeded(session: Session, entry: CustomerEntry): boolean {
	const { customer, ending } = entry;
	return needsAction(summarise(ending, (agreement, line) => lineState(session, customer, agreement, line)));
}

export function needsAction(summary: Pick<Summary, "seats" | "refused">): boolean {
	return summary.seats.open > 0 || summary.refused;
}

/** What an agreement comes to while nobody has scheduled any of it; kept as long as record and basis stay. */
const plain = new WeakMap<Agreement, { basis: object; standing: Standing; open: boolean }>();

function isOpen(session: Session, entry: CustomerEntry, basis: object): boolean {
	const { customer, ending, standing } = entry;
	let facts: ReturnType<typeof unscheduledFacts> | undefined;
	return ending.some((agreement) => {
		const known = plain.get(agreement);
		if (known?.basis === basis && known.standing === standing) return known.open;
		facts ??= unscheduledFacts(session, customer);
		const own = { ...facts, agreement };
		const open = needsAction(summariseAgreement(agreement, (_, line) => subscriptionState({ ...own, line })));
		plain.set(agreement, { basis, standing, open });
		return open;
	});
}

/** Runs through a list without holding the page up. @returns A function that stops it. */
function inSlices<T>(list: readonly T[], job: { each(item: T): void; done(): void }): () => void {
	let at = 0;
	let timer = setTimeout(slice);

	function slice(): void {
		const end = performance.now() + SLICE_MS;
		while (at < list.length) {
			job.each(list[at++] as T); // `at` is within the list
			if (performance.now() > end) {
				timer = setTimeout(slice);
				return;
			}
		}
		job.done();
	}

	return () => clearTimeout(timer);
}
