import type * as Y from "yjs";
import { LOCAL } from "#document/origin.ts";
import type { Agreement } from "#domain/agreement.ts";
import type { Customer } from "#domain/customer.ts";
import { agreementRecords, putAgreement } from "./agreements.ts";
import { customerRecords, putCustomer } from "./customers.ts";

type Counts = { new: number; changed: number; unchanged: number };

export type AppliedImport = { readonly customers: Readonly<Counts>; readonly agreements: Readonly<Counts> };

/** Writes what an import brings, in one transaction; records that stand there already are not written again. */
export function applyImport(
	plan: Y.Doc,
	brought: { readonly customers: readonly Customer[]; readonly agreements: readonly Agreement[] },
): AppliedImport {
	const customers = { new: 0, changed: 0, unchanged: 0 };
	const agreements = { new: 0, changed: 0, unchanged: 0 };
	plan.transact(() => {
		for (const customer of brought.customers) {
			const isNew = !customerRecords(plan).has(customer.id);
			customers[changeOf(isNew, putCustomer(plan, customer))]++;
		}
		for (const agreement of brought.agreements) {
			const isNew = !agreementRecords(plan).has(agreement.id);
			agreements[changeOf(isNew, putAgreement(plan, agreement))]++;
		}
	}, LOCAL);
	return { customers, agreements };
}

function changeOf(isNew: boolean, isWritten: boolean): keyof Counts {
	return isNew ? "new" : isWritten ? "changed" : "unchanged";
}
