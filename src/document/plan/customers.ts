import * as v from "valibot";
import type * as Y from "yjs";
import { LOCAL } from "#document/origin.ts";
import { Customer, type CustomerId } from "#domain/customer.ts";

/** `plan.getMap("customers")`: customer id to a plain `Customer`. Written whole, by imports. */
export function customerRecords(plan: Y.Doc): Y.Map<unknown> {
	return plan.getMap("customers");
}

export function readCustomer(value: unknown): Customer | undefined {
	const result = v.safeParse(Customer, value);
	return result.success ? result.output : undefined;
}

/** Replaces a customer; `false` if the same record stands there already. */
export function putCustomer(plan: Y.Doc, customer: Customer): boolean {
	const records = customerRecords(plan);
	if (JSON.stringify(records.get(customer.id)) === JSON.stringify(customer)) return false;
	plan.transact(() => records.set(customer.id, customer), LOCAL);
	return true;
}

export function removeCustomer(plan: Y.Doc, id: CustomerId): void {
	plan.transact(() => customerRecords(plan).delete(id), LOCAL);
}
