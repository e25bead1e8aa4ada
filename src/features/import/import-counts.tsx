import { For, Show } from "solid-js";
import type { Change, ImportChanges } from "#domain/import/compare-import.ts";
import type { SettledImport } from "#domain/import/settle-import.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { ReadPlan } from "./reader-messages.ts";

/** What an import brings, in numbers, and what was done to come to them. */
export function ImportCounts(props: { plan: ReadPlan; settled: SettledImport; changes: ImportChanges }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports.counts;
	const n = (value: number) => format().number(value);
	const changes = (of: Readonly<Record<Change, number>>) =>
		words().changes(n(of.new), n(of.changed), n(of.unchanged));
	const counts = () => [
		{ label: words().rows, value: props.plan.counts.rows, note: undefined },
		{ label: words().customers, value: props.plan.counts.customers, note: changes(props.changes.customers) },
		{
			label: words().agreements,
			value: props.plan.counts.agreements,
			note: changes(props.changes.agreements),
		},
		{ label: words().lines, value: props.plan.counts.lines, note: undefined },
		{ label: words().seats, value: props.plan.counts.seats, note: undefined },
		{ label: words().rejected, value: props.plan.rejected.length, note: undefined },
	];
	const notes = () => {
		const { duplicates, addedUp, later, lines } = props.plan.counts;
		const { orderRows } = props.plan;
		const { linesGone } = props.changes;
		const withoutTenant = props.settled.customers.filter(
			(customer) => customer.tenantId === undefined,
		).length;
		const said: string[] = [];
		if (orderRows !== undefined) said.push(words().ledger(n(orderRows), n(lines)));
		else if (addedUp > 0) said.push(words().addedUp(n(addedUp), addedUp === 1));
		if (later > 0) said.push(words().later(n(later), later === 1));
		if (duplicates > 0) said.push(words().duplicates(n(duplicates), duplicates === 1));
		if (withoutTenant > 0) said.push(words().withoutTenant(n(withoutTenant), withoutTenant === 1));
		if (linesGone > 0) said.push(words().linesGone(n(linesGone), linesGone === 1));
		return said;
	};

	return (
		<section aria-label={words().label}>
			<dl class="import-counts">
				<For each={counts()}>
					{(count) => (
						<div>
							<dt>{count.label}</dt>
							<dd>{n(count.value)}</dd>
							<Show when={count.note}>{(note) => <dd class="t-3">{note()}</dd>}</Show>
						</div>
					)}
				</For>
			</dl>
			<Show when={notes().length > 0}>
				<ul class="import-notes">
					<For each={notes()}>{(note) => <li>{note}</li>}</For>
				</ul>
			</Show>
		</section>
	);
}
