import { For, Show } from "solid-js";
import type { RejectedRow } from "#domain/import/rejected-row.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { createLimit, MoreRows } from "./more-rows.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** Every row that makes no record, with its line, the cell at fault and the reason. */
export function RejectedTable(props: { rows: readonly RejectedRow[] }) {
	const messages = useMessages();
	const format = useFormat();
	const limit = createLimit(100, () => props.rows.length);

	const words = () => messages().imports;
	const line = (row: RejectedRow) => {
		const number = format().number(row.row);
		return row.file === undefined ? number : `${words().rejected.file[row.file]}, ${number}`;
	};

	return (
		<Show when={props.rows.length > 0} fallback={<p class="t-3">{words().rejected.none}</p>}>
			<div class="card">
				<div class="card-head">
					<h2 id="import-rejected">{words().rejected.title}</h2>
					<span class="end num">{format().number(props.rows.length)}</span>
				</div>
				<ScrollTable labelledBy="import-rejected">
					<thead>
						<tr>
							<th scope="col" class="r">
								{words().rejected.line}
							</th>
							<th scope="col">{words().rejected.reason}</th>
							<th scope="col">{words().rejected.column}</th>
							<th scope="col">{words().rejected.cell}</th>
						</tr>
					</thead>
					<tbody>
						<For each={props.rows.slice(0, limit.shown())}>
							{(row) => (
								<tr>
									<td class="r">{line(row)}</td>
									<td>{words().reasons[row.reason]}</td>
									<td>{row.column ?? "–"}</td>
									<td class="import-cell" title={row.text}>
										{row.text}
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
