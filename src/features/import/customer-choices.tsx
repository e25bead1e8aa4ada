import { createMemo, createSignal, For, Show, untrack } from "solid-js";
import type { Customer, CustomerId } from "#domain/customer.ts";
import type { SettledImport } from "#domain/import/settle-import.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Select } from "#ui/select.tsx";
import { createLimit, MoreRows } from "./more-rows.tsx";
import type { ReadPlan } from "./reader-messages.ts";
import { ScrollTable } from "./scroll-table.tsx";

const NEW = "";

type CustomerChoicesProps = {
	plan: ReadPlan;
	settled: SettledImport;
	/** @param customer `null` for a new one. */
	onChoose(name: string, customer: CustomerId | null): void;
};

/** Where the agreements of organisations go that the file names without a tenant; those not found come first. */
export function CustomerChoices(props: CustomerChoicesProps) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports.customers;
	const homeless = createMemo(() => {
		const all = props.plan.customers.filter((customer) => customer.tenantId === undefined);
		const found = untrack(() => props.settled.found); // a choice does not move its row
		const isFound = (customer: Customer) => Number(found.has(customer.id));
		return all.toSorted((a, b) => isFound(a) - isFound(b));
	});
	const limit = createLimit(100, () => homeless().length);
	const countById = createMemo(() => Map.groupBy(props.plan.agreements, (agreement) => agreement.customerId));
	const known = createMemo(() => {
		const all = [...session.customers.all().values()];
		return all.sort((a, b) => a.name.localeCompare(b.name));
	});

	return (
		<Show when={homeless().length > 0 && known().length > 0}>
			<div class="card">
				<div class="card-head">
					<h2 id="import-customers">{words().title}</h2>
					<span class="end">{words().text}</span>
				</div>
				<ScrollTable labelledBy="import-customers">
					<thead>
						<tr>
							<th scope="col">{words().organization}</th>
							<th scope="col">{words().place}</th>
							<th scope="col" class="r">
								{words().agreements}
							</th>
							<th scope="col">{words().target}</th>
						</tr>
					</thead>
					<tbody>
						<For each={homeless().slice(0, limit.shown())}>
							{(customer) => (
								<tr>
									<td class="name">{customer.name}</td>
									<td class="t-2">{[customer.city, customer.country].filter(Boolean).join(", ")}</td>
									<td class="r">{format().number(countById().get(customer.id)?.length ?? 0)}</td>
									<td>
										<CustomerChoice
											name={customer.name}
											chosen={props.settled.found.get(customer.id)}
											known={known()}
											onChoose={(id) => props.onChoose(customer.name, id)}
										/>
									</td>
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

type CustomerChoiceProps = {
	name: string;
	chosen: CustomerId | undefined;
	known: readonly Customer[];
	onChoose(id: CustomerId | null): void;
};

/** All customers are options only once the list is wanted: a table of lists would be a page of thousands. */
function CustomerChoice(props: CustomerChoiceProps) {
	const messages = useMessages();
	const [isWanted, setWanted] = createSignal(false);

	const options = createMemo(() => {
		const shown = isWanted() ? props.known : props.known.filter((customer) => customer.id === props.chosen);
		const customers = shown.map((customer) => ({ value: customer.id as string, label: customer.name }));
		return [{ value: NEW, label: messages().imports.customers.new }, ...customers];
	});

	return (
		<div onPointerEnter={() => setWanted(true)}>
			<Select
				label={messages().imports.customers.targetOf(props.name)}
				hideLabel
				value={props.chosen ?? NEW}
				options={options()}
				onFocus={() => setWanted(true)}
				onChange={(id) => props.onChoose(id === NEW ? null : (id as CustomerId))} // an option's value
			/>
		</div>
	);
}
