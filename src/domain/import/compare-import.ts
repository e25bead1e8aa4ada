import { lineKey } from "#domain/subscription-key.ts";
import type { Existing, SettledImport } from "./settle-import.ts";

export type Change = "new" | "changed" | "unchanged";

export type ImportChanges = {
	readonly customers: Readonly<Record<Change, number>>;
	readonly agreements: Readonly<Record<Change, number>>;
	/** By id, for customers and agreements. */
	readonly changeById: ReadonlyMap<string, Change>;
	/** Lines that stand in the plan and no longer in the file. */
	readonly linesGone: number;
};

/** Tells what an import would make new, change and leave. */
export function compareImport(settled: SettledImport, existing: Existing): ImportChanges {
	const changeById = new Map<string, Change>();
	const customers = { new: 0, changed: 0, unchanged: 0 };
	const agreements = { new: 0, changed: 0, unchanged: 0 };
	let linesGone = 0;
	for (const customer of settled.customers) {
		const change = changeOf(existing.customers.get(customer.id), customer);
		changeById.set(customer.id, change);
		customers[change]++;
	}
	for (const agreement of settled.agreements) {
		const before = existing.agreements.get(agreement.id);
		const change = changeOf(before, agreement);
		changeById.set(agreement.id, change);
		agreements[change]++;
		const keys = new Set(agreement.lines.map(lineKey));
		linesGone += before?.lines.filter((line) => !keys.has(lineKey(line))).length ?? 0;
	}
	return { customers, agreements, changeById, linesGone };
}

function changeOf(before: object | undefined, after: object): Change {
	if (before === undefined) return "new";
	return JSON.stringify(before) === JSON.stringify(after) ? "unchanged" : "changed";
}
