import { TriangleAlert } from "lucide";
import { createMemo, For, Show } from "solid-js";
import {
	AGREEMENT_FIELDS,
	type AgreementField,
	type ColumnMapping as Mapping,
} from "#domain/import/agreement-columns.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Banner } from "#ui/banner.tsx";
import { Select } from "#ui/select.tsx";

type ColumnMappingProps = {
	header: readonly string[];
	mapping: Mapping;
	/** Groups of fields of which one each is needed. */
	missing: readonly (readonly AgreementField[])[];
	onMap(field: AgreementField, index: number | undefined): void;
};

/** Which column of the file is what; found by the header's words, changed by a person. */
export function ColumnMapping(props: ColumnMappingProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports;
	const known = () => AGREEMENT_FIELDS.filter((field) => props.mapping[field] !== undefined).length;
	const options = createMemo(() => [
		{ value: "", label: words().columns.none },
		...props.header.map((word, index) => ({
			value: String(index),
			label: word.trim() || words().columns.numbered(format().number(index + 1)),
		})),
	]);
	const needed = () =>
		props.missing
			.map((group) => group.map((field) => words().fields[field]).join(words().columns.or))
			.join(", ");

	return (
		<details class="import-columns" open={props.missing.length > 0}>
			<summary>
				<b>{words().columns.title}</b>
				<span class="t-3">{words().columns.text(format().number(known()))}</span>
			</summary>
			<Show when={props.missing.length > 0}>
				<Banner tone="warn" icon={TriangleAlert} title={words().columns.missing}>
					{needed()}
				</Banner>
			</Show>
			<div class="import-fields">
				<For each={AGREEMENT_FIELDS}>
					{(field) => (
						<Select
							label={words().fields[field]}
							value={String(props.mapping[field] ?? "")}
							options={options()}
							onChange={(value) => props.onMap(field, value === "" ? undefined : Number(value))}
						/>
					)}
				</For>
			</div>
		</details>
	);
}
