import type { Day } from "#domain/day.ts";
import type { DateAnswers, DateQuestion } from "./import-plan.ts";
import { type DayReading, dateOrderOf, readDay } from "./read-day.ts";
import type { TableRow } from "./table.ts";

type RowDays<Field extends string> =
	| { readonly kind: "days"; readonly days: { readonly [field in Field]?: Day } }
	| { readonly kind: "fault"; readonly field: Field }
	| { readonly kind: "asked" };

export type DateColumns<Field extends string> = ReturnType<typeof makeDateColumns<Field>>;

/**
 * Reads the day columns of a file: each column's own days tell how it writes them; what stays open is asked.
 *
 * One question stands for all rows of an agreement that have the same open value in the same column.
 *
 * @param given.matters Tells whether it makes a difference which of the two readings is meant; always, if absent.
 */
export function makeDateColumns<Field extends string>(given: {
	readonly header: readonly string[];
	readonly rows: readonly TableRow[];
	readonly mapping: { readonly [field in Field]?: number };
	readonly fields: readonly Field[];
	readonly answers: DateAnswers | undefined;
	readonly matters?: (readings: DateQuestion["readings"]) => boolean;
}) {
	const columns = given.fields.flatMap((field) => {
		const index = given.mapping[field];
		if (index === undefined) return [];
		const order = dateOrderOf(given.rows.map(({ cells }) => cells[index] ?? ""));
		return [{ field, index, order, known: new Map<string, DayReading>() }];
	});
	const questions = new Map<string, DateQuestion & { readonly rows: number[] }>();

	/** Every day of a row; empty cells are left out. */
	function read(
		row: number,
		cells: readonly string[],
		about: { agreement: string; customer: string },
	): RowDays<Field> {
		const days: { [field in Field]?: Day } = {};
		let isOpen = false;
		for (const { field, index, order, known } of columns) {
			const value = cells[index]?.trim() ?? "";
			if (value === "") continue;
			const reading = known.get(value) ?? readDay(value, order);
			known.set(value, reading);
			if (reading.kind === "none") return { kind: "fault", field };
			if (reading.kind === "day") {
				days[field] = reading.day;
				continue;
			}
			const { readings } = reading;
			if (given.matters?.(readings) === false) {
				days[field] = readings["month-first"];
				continue;
			}
			const id = `${field}/${about.agreement}/${value}`;
			const asked = questions.get(id);
			const column = given.header[index] ?? "";
			if (asked !== undefined) asked.rows.push(row);
			else questions.set(id, { id, value, column, ...about, readings, rows: [row] });
			const answer = given.answers?.[id];
			if (answer === undefined) isOpen = true;
			else days[field] = readings[answer];
		}
		return isOpen ? { kind: "asked" } : { kind: "days", days };
	}

	return { read, questions: () => [...questions.values()] };
}
