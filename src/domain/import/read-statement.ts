import { countryByName } from "#domain/country-by-name.ts";
import type { Day } from "#domain/day.ts";
import type { CountryCode } from "#domain/partner.ts";
import { foldedText } from "./folded-text.ts";
import { readDay } from "./read-day.ts";
import { readWhole } from "./read-number.ts";
import { type RejectedRow, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";

export type StatementRow = {
	/** Line in the file, from 1. */
	readonly row: number;
	readonly product: string;
	readonly seats: number;
	readonly country?: CountryCode;
};

/** The *Pivot Data* tab of a licence statement: seats by product, to compare with what the plan has. */
export type Statement = {
	readonly customerName: string | undefined;
	readonly asOf: Day | undefined;
	/** Data rows, rejected ones too. */
	readonly count: number;
	readonly rows: readonly StatementRow[];
	readonly seats: number;
	readonly rejected: readonly RejectedRow[];
};

/** Where the documented layout has them: the day in K3; the header in row 10, which we look for. */
const DAY_CELL = { row: 2, column: 10 };
const LAST_HEADER_ROW = 20;

/** Index of the header among all records of a file, from 0; `undefined` if it is no statement. */
export function statementHeader(table: Table): number | undefined {
	const records = [table.header, ...table.rows.slice(0, LAST_HEADER_ROW)];
	const index = records.findIndex((cells) => {
		const words = cells.map(foldedText);
		return words.includes("license product family") && words.includes("effective license quantity");
	});
	return index === -1 ? undefined : index;
}

/** @returns `undefined` if the file is no statement. */
export function readStatement(table: Table): Statement | undefined {
	const headerAt = statementHeader(table);
	if (headerAt === undefined) return undefined;
	const records = [table.header, ...table.rows];
	const header = records[headerAt] ?? [];
	const words = header.map(foldedText);
	const columns = {
		product: words.indexOf("license product family"),
		quantity: words.indexOf("effective license quantity"),
		country: words.indexOf("country of usage"),
	};
	const preamble = records.slice(0, headerAt);
	const customerRow = preamble.find((cells) => foldedText(cells[0] ?? "") === "licensed customer");
	const asOf = readDay(preamble[DAY_CELL.row]?.[DAY_CELL.column] ?? "", "month-first");

	const below = [...dataRows(table, headerAt)];
	const rows: StatementRow[] = [];
	const rejected: RejectedRow[] = [];
	for (const { row, cells } of below) {
		const product = cells[columns.product]?.trim() ?? "";
		const text = cells[columns.quantity]?.trim() ?? "";
		const seats = readWhole(text);
		const column = header[columns.quantity] ?? "";
		const country = countryByName(cells[columns.country] ?? "");
		if (product === "") rejected.push(rejectedRow(row, cells, { reason: "total-row" }));
		else if (text === "") rejected.push(rejectedRow(row, cells, { reason: "no-quantity", column }));
		else if (seats === undefined)
			rejected.push(rejectedRow(row, cells, { reason: "not-a-number", column, text }));
		else if (seats < 0) rejected.push(rejectedRow(row, cells, { reason: "negative-quantity", column, text }));
		else rows.push({ row, product, seats, ...(country === undefined ? {} : { country }) });
	}
	return {
		customerName: customerRow?.[1]?.trim() || undefined,
		asOf: asOf.kind === "day" ? asOf.day : undefined,
		count: below.length,
		rows,
		seats: rows.reduce((sum, row) => sum + row.seats, 0),
		rejected,
	};
}
