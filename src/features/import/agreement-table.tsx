import { createMemo, For, Show } from "solid-js";
import type { Agreement } from "#domain/agreement.ts";
import type { Change } from "#domain/import/compare-import.ts";
import type { SettledImport } from "#domain/import/settle-import.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { createLimit, MoreRows } from "./more-rows.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** The agreements as they would stand after the import. */
export function AgreementTable(props: { settled: SettledImport; changeById: ReadonlyMap<string, Change> }) {
	const messages = useMessages();
	const format = useFormat();
	const limit = createLimit(100, () => props.settled.agreements.length);

	const words = () => messages().imports.preview;
	const nameById = createMemo(
		() => new Map(props.settled.customers.map((customer) => [customer.id, customer.name])),
	);
	const change = (agreement: Agreement) => props.changeById.get(agreement.id) ?? "new";
	const seats = (agreement: Agreement) => agreement.lines.reduce((sum, line) => sum + line.quantity, 0);

	return (
		<Show when={props.settled.agreements.length > 0}>
			<div class="card">
				<div class="card-head">
					<h2 id="import-agreements">{words().title}</h2>
					<span class="end num">{format().number(props.settled.agreements.length)}</span>
				</div>
				<ScrollTable labelledBy="import-agreements">
					<thead>
						<tr>
							<th scope="col">{words().customer}</th>
							<th scope="col">{words().agreement}</th>
							<th scope="col">{words().ends}</th>
							<th scope="col" class="r">
								{words().lines}
							</th>
							<th scope="col" class="r">
								{words().seats}
							</th>
							<th scope="col">{words().change}</th>
						</tr>
					</thead>
					<tbody>
						<For each={props.settled.agreements.slice(0, limit.shown())}>
							{(agreement) => (
								<tr data-change={change(agreement)}>
									<td class="name">{nameById().get(agreement.customerId)}</td>
									<td>{agreement.number}</td>
									<td>{format().day(agreement.endsOn)}</td>
									<td class="r">{format().number(agreement.lines.length)}</td>
									<td class="r">{format().number(seats(agreement))}</td>
									<td>{words().changes[change(agreement)]}</td>
								</tr>
							)}
						</For>
					</tbody>
				</ScrollTable>
				<MoreRows limit={limit} />
			</div>
		</Show>
	);
}
