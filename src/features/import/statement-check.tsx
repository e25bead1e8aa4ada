import { CircleCheck, TriangleAlert } from "lucide";
import { createMemo, createSignal, For, Show } from "solid-js";
import { compareStatement, type ProductSeats } from "#domain/import/compare-statement.ts";
import { foldedText } from "#domain/import/folded-text.ts";
import type { Statement } from "#domain/import/read-statement.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Banner } from "#ui/banner.tsx";
import { Select } from "#ui/select.tsx";
import { RejectedTable } from "./rejected-table.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** Seats of a licence statement beside those of a customer's agreements; it changes nothing. */
export function StatementCheck(props: { statement: Statement }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const [chosen, setChosen] = createSignal<string>();

	const words = () => messages().imports.statement;
	const customers = createMemo(() => {
		const all = [...session.customers.all().values()];
		return all.sort((a, b) => a.name.localeCompare(b.name));
	});
	const named = () => {
		const name = foldedText(props.statement.customerName ?? "");
		return customers().find((customer) => foldedText(customer.name) === name);
	};
	const customer = () => customers().find(({ id }) => id === chosen()) ?? named();
	const products = createMemo(() => {
		const id = customer()?.id;
		return compareStatement(props.statement, (id && session.agreementsByCustomer().get(id)) || []);
	});
	const differing = () => products().filter((product) => difference(product) !== 0).length;
	const planned = () => products().reduce((sum, product) => sum + (product.plan ?? 0), 0);
	const n = (value: number | undefined) => (value === undefined ? "–" : format().number(value));
	const signed = (value: number) => (value > 0 ? `+${n(value)}` : n(value));

	return (
		<>
			<div class="import-statement">
				<Select
					label={words().customer}
					value={customer()?.id ?? ""}
					options={[
						{ value: "", label: words().choose, disabled: true },
						...customers().map(({ id, name }) => ({ value: id as string, label: name })),
					]}
					hint={
						named() === undefined && chosen() === undefined && props.statement.customerName !== undefined
							? words().unknown(props.statement.customerName)
							: undefined
					}
					hintTone="warn"
					onChange={setChosen}
				/>
				<Show when={props.statement.asOf}>
					{(day) => <p class="t-2">{words().asOf(format().day(day()))}</p>}
				</Show>
				<p class="t-3">{words().text}</p>
			</div>
			<Show when={customer()}>
				<Show
					when={differing() > 0}
					fallback={<Banner tone="ok" icon={CircleCheck} title={words().agrees} />}
				>
					<Banner
						tone="warn"
						icon={TriangleAlert}
						title={words().differs(n(differing()), differing() === 1)}
					/>
				</Show>
			</Show>
			<div class="card">
				<div class="card-head">
					<h2 id="import-statement">{words().title}</h2>
				</div>
				<ScrollTable labelledBy="import-statement">
					<thead>
						<tr>
							<th scope="col">{words().product}</th>
							<th scope="col" class="r">
								{words().said}
							</th>
							<th scope="col" class="r">
								{words().planned}
							</th>
							<th scope="col" class="r">
								{words().difference}
							</th>
						</tr>
					</thead>
					<tbody>
						<For each={products()}>
							{(product) => (
								<tr data-differs={customer() && difference(product) !== 0 ? "" : undefined}>
									<td class="name">{product.product}</td>
									<td class="r">{n(product.statement)}</td>
									<td class="r">{n(product.plan)}</td>
									<td class="r">{customer() === undefined ? "–" : signed(difference(product))}</td>
								</tr>
							)}
						</For>
					</tbody>
					<tfoot>
						<tr>
							<th scope="row">{words().total}</th>
							<td class="r">{n(props.statement.seats)}</td>
							<td class="r">{customer() === undefined ? "–" : n(planned())}</td>
							<td class="r">{customer() === undefined ? "–" : signed(planned() - props.statement.seats)}</td>
						</tr>
					</tfoot>
				</ScrollTable>
			</div>
			<RejectedTable rows={props.statement.rejected} />
		</>
	);
}

function difference(product: ProductSeats): number {
	return (product.plan ?? 0) - (product.statement ?? 0);
}
