/** Why a row of a file makes no record; each has a sentence in the interface. */
export type RejectionReason =
	| "short-row"
	| "total-row"
	| "no-customer"
	| "no-agreement"
	| "no-part-number"
	| "no-end-date"
	| "no-quantity"
	| "no-sku"
	| "not-a-day"
	| "not-a-number"
	| "not-a-tenant"
	| "negative-quantity"
	| "negative-sum"
	| "no-csp-region"
	| "unknown-segment"
	| "unknown-ept-status"
	| "unknown-term"
	| "unknown-plan"
	| "unknown-market"
	| "unknown-contract"
	| "contradiction"
	| "too-long";

export type RejectedRow = {
	/** Line in the file, from 1. */
	readonly row: number;
	readonly reason: RejectionReason;
	/** Header of the column at fault, where one cell is. */
	readonly column?: string;
	/** The cell at fault, otherwise the beginning of the row. */
	readonly text: string;
	/** Where two files are read together: which one. */
	readonly file?: "contracts" | "orders";
};

/** What a reader says of one cell that it cannot take. */
export type Fault = { readonly reason: RejectionReason; readonly column?: string; readonly text?: string };

/** Puts a fault beside the row that has it. */
export function rejectedRow(row: number, cells: readonly string[], fault: Fault): RejectedRow {
	const start = cells.filter((cell) => cell.trim() !== "").slice(0, 3);
	return { row, ...fault, text: fault.text ?? start.join(" · ") };
}
