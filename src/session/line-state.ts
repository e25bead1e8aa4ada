import type { Agreement, AgreementLine } from "#domain/agreement.ts";
import type { Customer } from "#domain/customer.ts";
import type { Schedule } from "#domain/schedule.ts";
import { lineKey, subscriptionKey } from "#domain/subscription-key.ts";
import { type StateFacts, type SubscriptionState, subscriptionState } from "#domain/subscription-state.ts";
import type { Session } from "./session.tsx";

/** Names a line of an agreement within this plan; the key of `session.schedulesByLine()`. */
export function planLine(agreement: Agreement, line: AgreementLine): string {
	return `${agreement.id}\n${lineKey(line)}`;
}

/** This team's schedules for one line of an agreement; tracks each of them, and their list. */
export function lineSchedules(session: Session, agreement: Agreement, line: AgreementLine): Schedule[] {
	const schedules: Schedule[] = [];
	for (const id of session.schedulesByLine().get(planLine(agreement, line)) ?? []) {
		const schedule = session.schedules[id];
		if (schedule !== undefined) schedules.push(schedule);
	}
	return schedules;
}

/** The state of one EA subscription as this session's documents have it; tracked where it is read reactively. */
export function lineState(
	session: Session,
	customer: Customer,
	agreement: Agreement,
	line: AgreementLine,
): SubscriptionState {
	const key = customer.tenantId && subscriptionKey(customer.tenantId, agreement, line);
	return subscriptionState({
		...unscheduledFacts(session, customer),
		agreement,
		line,
		commitment: key && session.commitments().get(key),
		held: key !== undefined && session.holds().has(key),
		schedules: lineSchedules(session, agreement, line),
	});
}

type CustomerFacts = Omit<StateFacts, "agreement" | "line">;

/**
 * What the states of a customer's lines follow from as long as nobody has scheduled them.
 *
 * Asks for no key and no schedule, so 100,000 lines can be judged by one set of facts for each customer.
 */
export function unscheduledFacts(session: Session, customer: Customer): CustomerFacts {
	return {
		today: session.today(),
		partner: session.partner(),
		relationship: customer.tenantId && session.relationship(customer.tenantId),
		customer,
		catalogue: session.hasCatalogue() ? session.catalogue() : undefined,
		commitment: undefined,
		held: false,
		schedules: [],
		verdict: session.verdict,
		release: session.release,
	};
}
