import { Search } from "lucide";
import { createMemo, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { createSingleKeys } from "#ui/single-keys.ts";
import { TextField } from "#ui/text-field.tsx";
import type { CustomerEntry } from "./create-customer-list.ts";
import type { CustomerFilter } from "./customer-filter.ts";
import { FilterChip } from "./filter-chip.tsx";

type CustomerFiltersProps = {
	/** All customers: what can be chosen is what there is. */
	entries: readonly CustomerEntry[];
	text: string;
	onText(text: string): void;
	filter: CustomerFilter;
	onFilter(change: { relationship?: string | undefined; country?: string | undefined }): void;
};

/** The filter field and the chips. */
export function CustomerFilters(props: CustomerFiltersProps) {
	const messages = useMessages();
	const format = useFormat();
	let bar!: HTMLDivElement;

	const words = () => messages().customers;
	const countries = createMemo(() => {
		const codes = new Set(props.entries.map((entry) => entry.customer.country));
		return [...codes]
			.filter((code) => code !== undefined)
			.map((code) => ({ value: code, label: format().country(code) }))
			.sort((a, b) => a.label.localeCompare(b.label));
	});
	const standings = createMemo(() =>
		[...new Set(props.entries.map((entry) => entry.standing))].map((standing) => ({
			value: standing,
			label: words().relationship[standing],
		})),
	);

	createSingleKeys({
		"/": () => {
			bar.querySelector("input")?.focus();
		},
	});

	function keyDown(event: KeyboardEvent) {
		if (event.key !== "Escape" || props.text === "") return;
		event.preventDefault();
		props.onText("");
	}

	return (
		<div ref={bar} class="filters">
			<TextField
				label={words().filter.label}
				hideLabel
				type="search"
				icon={Search}
				shortcut="/"
				placeholder={words().filter.placeholder}
				value={props.text}
				onInput={(text) => props.onText(text)}
				onKeyDown={keyDown}
			/>
			<div class="chips">
				<Show when={standings().length > 1 || props.filter.relationship !== undefined}>
					<FilterChip
						label={words().filter.relationship}
						value={props.filter.relationship}
						options={standings()}
						onChange={(relationship) => props.onFilter({ relationship })}
					/>
				</Show>
				<Show when={countries().length > 1 || props.filter.country !== undefined}>
					<FilterChip
						label={words().filter.country}
						value={props.filter.country}
						options={countries()}
						onChange={(country) => props.onFilter({ country })}
					/>
				</Show>
			</div>
		</div>
	);
}
