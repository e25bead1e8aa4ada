import { createMemo } from "solid-js";
import { legalEndDates } from "#domain/coterm.ts";
import type { Day } from "#domain/day.ts";
import type { Terms } from "#domain/schedule.ts";
import { termEnd } from "#domain/term.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { HeldBy } from "#ui/field.tsx";
import { type Choice, Select } from "#ui/select.tsx";
import { type Neighbour, namesEndingOn } from "./alignment.ts";

type EndDateFieldProps = {
	start: Day;
	terms: Terms;
	ownEnds: readonly Day[];
	neighbours: readonly Neighbour[];
	disabled: boolean;
	heldBy: HeldBy | undefined;
	onFocus(): void;
	onBlur(): void;
	onChange(endsOn: Day | null): void;
};

const FULL = "full";

/** The end of the first term: the full term, or one of the days that are legal. */
export function EndDateField(props: EndDateFieldProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel;
	const full = () => termEnd(props.start, props.terms.term);
	const days = createMemo(() =>
		legalEndDates({ start: props.start, term: props.terms.term, ownEnds: props.ownEnds }).filter(
			(day) => day !== full(),
		),
	);
	const isIllegal = () => props.terms.endsOn !== null && !days().includes(props.terms.endsOn);
	const options = (): Choice<string>[] => [
		{ value: FULL, label: words().fullTerm(format().day(full())) },
		...(isIllegal() && props.terms.endsOn !== null
			? [
					{
						value: props.terms.endsOn,
						label: words().chosenIllegal(format().day(props.terms.endsOn)),
						disabled: true,
					},
				]
			: []),
		...days().map((day) => ({ value: day, label: labelOf(day) })),
	];

	function labelOf(day: Day): string {
		const names = namesEndingOn(props.neighbours, day);
		if (names.length === 0) return words().monthEnd(format().day(day));
		return words().alignedWith(format().day(day), names.join(", "));
	}

	function choose(value: string) {
		props.onChange(value === FULL ? null : (days().find((day) => day === value) ?? null));
	}

	return (
		<Select
			label={words().endDate}
			aside={words().align}
			value={props.terms.endsOn ?? FULL}
			options={options()}
			error={isIllegal() ? words().obstacle["end-date"] : undefined}
			disabled={props.disabled}
			heldBy={props.heldBy}
			onFocus={() => props.onFocus()}
			onBlur={() => props.onBlur()}
			onChange={choose}
		/>
	);
}
