import type { Agreement } from "#domain/agreement.ts";
import type { Day } from "#domain/day.ts";
import type { ColumnMapping } from "#domain/import/agreement-columns.ts";
import type { CatalogueFile } from "#domain/import/catalogue-file.ts";
import type { DateAnswers, ImportPlan } from "#domain/import/import-plan.ts";
import type { Statement } from "#domain/import/read-statement.ts";
import type { FileShape } from "#domain/import/recognise-file.ts";

/** What the page asks of the worker. A file stays in the worker under its key until it is dropped. */
export type Ask =
	| { readonly kind: "open"; readonly key: string; readonly file: File }
	| { readonly kind: "drop"; readonly key: string }
	| {
			readonly kind: "agreements";
			readonly key: string;
			readonly mapping: ColumnMapping;
			readonly dateAnswers: DateAnswers;
			readonly today: Day;
	  }
	| {
			readonly kind: "contracts";
			readonly contracts: string;
			readonly orders: string;
			readonly dateAnswers: DateAnswers;
			readonly today: Day;
	  }
	| { readonly kind: "statement"; readonly key: string }
	| { readonly kind: "catalogue"; readonly key: string };

/** A file as it was recognised. */
export type OpenedFile =
	| {
			readonly kind: "table";
			readonly shape: FileShape;
			readonly header: readonly string[];
			readonly rows: number;
	  }
	| { readonly kind: "workbook" }
	/** The browser could not read it: moved or changed since it was chosen. */
	| { readonly kind: "unreadable" };

export type ReadPlan = ImportPlan & {
	/** Order lines of a ledger that went into the plan's lines. */
	readonly orderRows?: number;
};

export type Answer = {
	readonly open: OpenedFile;
	readonly drop: undefined;
	readonly agreements: ReadPlan;
	readonly contracts: ReadPlan;
	readonly statement: Statement | undefined;
	readonly catalogue: CatalogueFile | undefined;
};

export type Request = { readonly id: number; readonly ask: Ask };

/** Agreements come in parts, so that a large import does not hold up the page. */
export type Reply =
	| { readonly id: number; readonly kind: "progress"; readonly share: number }
	| { readonly id: number; readonly kind: "part"; readonly agreements: readonly Agreement[] }
	| { readonly id: number; readonly kind: "failed"; readonly message: string }
	| { readonly id: number; readonly kind: "done"; readonly answer: Answer[Ask["kind"]] };
