import { ChevronUp } from "lucide";
import { type JSX, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { EndAxisHead } from "./end-axis.tsx";

type CustomerTableProps = {
	/** All rows, also those that are not in the page. */
	count: number;
	/** Height of the rows that are left out above and below, in pixels. */
	before: number;
	after: number;
	children: JSX.Element;
};

/** Head and frame of the customers' table. */
export function CustomerTable(props: CustomerTableProps) {
	const messages = useMessages();

	const words = () => messages().customers.columns;

	return (
		<table
			class="table customer-table"
			aria-rowcount={props.count + 1}
			aria-label={messages().customers.title}
		>
			<colgroup>
				<col class="c-customer" />
				<col class="c-standing" />
				<col class="c-country" />
				<col class="c-count" />
				<col class="c-axis" />
				<col class="c-next" />
				<col class="c-seats" />
				<col class="c-here" />
			</colgroup>
			<thead>
				<tr aria-rowindex={1}>
					<th scope="col">{words().customer}</th>
					<th scope="col">{words().relationship}</th>
					<th scope="col">{words().country}</th>
					<th scope="col" class="r">
						<abbr title={words().agreementsTitle}>{words().agreements}</abbr>
					</th>
					<th scope="col">
						<span class="sr">{words().window}</span>
						<EndAxisHead />
					</th>
					<th scope="col" aria-sort="ascending">
						<span class="sorted">
							{words().next} <Icon of={ChevronUp} size="xs" />
						</span>
					</th>
					<th scope="col">{words().seats}</th>
					<th scope="col">
						<span class="sr">{words().here}</span>
					</th>
				</tr>
			</thead>
			<tbody>
				<Spacer height={props.before} />
				{props.children}
				<Spacer height={props.after} />
			</tbody>
		</table>
	);
}

/** Stands for the rows that are out of sight. */
function Spacer(props: { height: number }) {
	return (
		<Show when={props.height > 0}>
			{/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row has nothing that takes the focus */}
			<tr class="spacer" aria-hidden="true">
				<td colspan={8} style={{ height: `${props.height}px` }} />
			</tr>
		</Show>
	);
}
