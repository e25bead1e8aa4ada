import { countryByName } from "#domain/country-by-name.ts";
import type { Day } from "#domain/day.ts";
import { normalised } from "#domain/subscription-key.ts";
import { mapOrderColumns, type OrderField } from "./contract-columns.ts";
import { makeDateColumns } from "./date-columns.ts";
import type { RowFacts } from "./gather-agreements.ts";
import type { DateQuestion, ReadOptions } from "./import-plan.ts";
import { readWhole } from "./read-number.ts";
import { type RejectedRow, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";

type Line = NonNullable<RowFacts["line"]>;

type Ledger = {
	readonly linesByLicense: ReadonlyMap<string, readonly Line[]>;
	readonly rows: number;
	readonly duplicates: number;
	readonly addedUp: number;
	readonly later: number;
	readonly rejected: readonly RejectedRow[];
	readonly questions: readonly DateQuestion[];
};

/**
 * Reads *Order details*, a ledger of purchases: the seats of a line are the sum of its order lines up to today,
 * seats given back included.
 *
 * @param licenses License IDs that the contracts have.
 * @source N17, D35
 */
export function readOrders(orders: Table, licenses: ReadonlySet<string>, options: ReadOptions): Ledger {
	const mapping = mapOrderColumns(orders.header);
	const rows = [...dataRows(orders)];
	const isCounted = (begins: Day) => begins <= options.today;
	const dates = makeDateColumns({
		header: orders.header,
		rows,
		mapping,
		fields: ["usageStart", "orderedOn"],
		answers: options.dateAnswers,
		matters: (readings) => isCounted(readings["day-first"]) !== isCounted(readings["month-first"]),
	});
	const sums = new Map<string, { license: string; line: Line; row: number; cells: readonly string[] }>();
	const seen = new Set<string>();
	const rejected: RejectedRow[] = [];
	let addedUp = 0;
	let later = 0;

	function reject(row: number, cells: readonly string[], reason: RejectedRow["reason"], field?: OrderField) {
		const index = field === undefined ? undefined : mapping[field];
		const at = index === undefined ? {} : { column: orders.header[index] ?? "", text: cells[index] ?? "" };
		rejected.push({ ...rejectedRow(row, cells, { reason, ...at }), file: "orders" });
	}

	for (const { row, cells } of rows) {
		const text = cells.join("\u001f");
		if (seen.has(text)) continue;
		seen.add(text);
		const cell = (field: OrderField) => cells[mapping[field] ?? -1]?.trim() ?? "";
		const license = cell("license");
		const partNumber = cell("partNumber").toUpperCase();
		const quantity = readWhole(cell("quantity"));
		if (license === "") reject(row, cells, "total-row");
		else if (cells.length <= (mapping.quantity ?? 0)) reject(row, cells, "short-row");
		else if (!licenses.has(license)) reject(row, cells, "unknown-contract", "license");
		else if (partNumber === "") reject(row, cells, "no-part-number", "partNumber");
		else if (partNumber.length > 64) reject(row, cells, "too-long", "partNumber");
		else if (cell("quantity") === "") reject(row, cells, "no-quantity", "quantity");
		else if (quantity === undefined) reject(row, cells, "not-a-number", "quantity");
		else {
			const days = dates.read(row, cells, { agreement: license, customer: "" });
			if (days.kind === "fault") reject(row, cells, "not-a-day", days.field);
			if (days.kind !== "days") continue;
			const begins = days.days.usageStart ?? days.days.orderedOn;
			if (begins !== undefined && !isCounted(begins)) {
				later++;
				continue;
			}
			const key = `${license}/${normalised(partNumber)}`;
			const before = sums.get(key);
			if (before !== undefined) addedUp++;
			const country = cell("country");
			const first: Line = {
				partNumber,
				description: cell("description").replace(/\s+/g, " "),
				quantity: 0,
				usageCountry: (countryByName(country) ?? country) || undefined,
			};
			const line = before?.line ?? first;
			const sum = { ...line, quantity: line.quantity + quantity };
			sums.set(key, { license, row, cells, ...before, line: sum });
		}
	}

	const linesByLicense = new Map<string, Line[]>();
	for (const { license, line, row, cells } of sums.values()) {
		if (line.quantity < 0) reject(row, cells, "negative-sum", "quantity");
		else linesByLicense.set(license, [...(linesByLicense.get(license) ?? []), line]);
	}
	return {
		linesByLicense,
		rows: rows.length,
		duplicates: rows.length - seen.size,
		addedUp,
		later,
		rejected,
		questions: dates.questions(),
	};
}
