import type { Agreement } from "#domain/agreement.ts";
import type { Customer } from "#domain/customer.ts";
import type { Day } from "#domain/day.ts";
import type { DateOrder } from "./read-day.ts";
import type { RejectedRow } from "./rejected-row.ts";

export type ImportCounts = {
	/** Data rows: those after the header that are not blank. */
	readonly rows: number;
	readonly customers: number;
	readonly agreements: number;
	readonly lines: number;
	readonly seats: number;
	/** Rows like an earlier one in every cell: counted once. */
	readonly duplicates: number;
	/** Rows whose seats were added to the line that an earlier row made. */
	readonly addedUp: number;
	/** Order lines that begin after today: not counted yet. */
	readonly later: number;
};

/** A day that can be read in two ways. The rows that depend on it wait for the answer. */
export type DateQuestion = {
	/** Under which the answer is given: column, agreement and value. */
	readonly id: string;
	readonly value: string;
	/** Header of the column. */
	readonly column: string;
	/** Agreement number or License ID. */
	readonly agreement: string;
	readonly customer: string;
	readonly readings: Readonly<Record<DateOrder, Day>>;
	/** Lines in the file, from 1. */
	readonly rows: readonly number[];
};

/** Answers by the question's id. */
export type DateAnswers = { readonly [id: string]: DateOrder | undefined };

/** What a file of this shape knows less well than another may: a value that stands already is kept. */
export type WeakField = "segment" | "eptStatus" | "program";

/** What an import would write, and what it cannot. */
export type ImportPlan = {
	readonly customers: readonly Customer[];
	readonly agreements: readonly Agreement[];
	readonly counts: ImportCounts;
	readonly rejected: readonly RejectedRow[];
	/** Answered ones too, so that an answer can be changed. */
	readonly questions: readonly DateQuestion[];
	readonly weak: readonly WeakField[];
};

export type ReadOptions = {
	readonly dateAnswers?: DateAnswers;
	/** The UTC day that counts as now. */
	readonly today: Day;
	/** A random id for a customer without a tenant. */
	readonly newId: () => string;
};
