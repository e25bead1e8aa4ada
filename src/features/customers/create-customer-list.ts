import { type Accessor, createMemo } from "solid-js";
import type { Agreement } from "#domain/agreement.ts";
import type { Customer } from "#domain/customer.ts";
import { inSameRegion } from "#domain/region.ts";
import type { RelationshipStatus } from "#domain/verdict.ts";
import type { Session } from "#session/session.tsx";
import { agreementsInWindow } from "./summarise.ts";

/** How this team stands to a customer; `unchecked`: no server has said anything. */
export type Standing = RelationshipStatus | "unchecked" | "other-region" | "tenant-unknown";

/** One customer with what the list is sorted and filtered by; says nothing about the states of its lines. */
export type CustomerEntry = {
	readonly customer: Customer;
	readonly agreements: readonly Agreement[];
	/** Those in the window that are not renewed, next end first. */
	readonly ending: readonly Agreement[];
	readonly standing: Standing;
	/** Name and domain in lower case. */
	readonly searchText: string;
};

/** All customers by their next end date; those without one last, by name. */
export function createCustomerList(session: Session): Accessor<readonly CustomerEntry[]> {
	const collator = new Intl.Collator();

	function byNextEnd(a: CustomerEntry, b: CustomerEntry): number {
		const [endA, endB] = [a.ending[0]?.endsOn ?? "~", b.ending[0]?.endsOn ?? "~"];
		if (endA !== endB) return endA < endB ? -1 : 1;
		return collator.compare(a.customer.name, b.customer.name);
	}

	return createMemo(() => {
		const today = session.today();
		const byCustomer = session.agreementsByCustomer();
		const entries: CustomerEntry[] = [];
		for (const customer of session.customers.all().values()) {
			const agreements = byCustomer.get(customer.id) ?? [];
			entries.push({
				customer,
				agreements,
				ending: agreementsInWindow(agreements, today),
				standing: standingOf(session, customer),
				searchText: `${customer.name}\n${customer.domain ?? ""}`.toLowerCase(),
			});
		}
		return entries.sort(byNextEnd);
	});
}

function standingOf(session: Session, customer: Customer): Standing {
	if (customer.tenantId === undefined || customer.country === undefined) return "tenant-unknown";
	if (!inSameRegion(customer.country, session.partner().country)) return "other-region";
	return session.relationship(customer.tenantId) ?? "unchecked";
}
