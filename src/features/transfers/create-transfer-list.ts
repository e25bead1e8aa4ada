import { type Accessor, createMemo, mapArray } from "solid-js";
import type { Agreement, AgreementLine } from "#domain/agreement.ts";
import { addSeats, coverageOf, NO_SEATS, type Seats } from "#domain/coverage.ts";
import type { Customer } from "#domain/customer.ts";
import type { SubscriptionState } from "#domain/subscription-state.ts";
import { isInWindow } from "#domain/window.ts";
import { lineState, planLine } from "#session/line-state.ts";
import type { Session } from "#session/session.tsx";

/** One EA subscription on the page. Another one as soon as an import replaces its agreement. */
export type SubscriptionRow = {
	/** Names the line within the plan. */
	readonly key: string;
	readonly agreement: Agreement;
	readonly line: AgreementLine;
	customer(): Customer;
	state(): SubscriptionState;
};

/** One agreement in the window with its EA subscriptions. */
export type AgreementGroup = {
	readonly agreement: Agreement;
	readonly rows: readonly SubscriptionRow[];
	seats(): Seats;
};

export type TransferList = {
	/** Next end first. */
	inWindow(): readonly AgreementGroup[];
	outside(): readonly Agreement[];
};

/** A customer's agreements with the state of each of their lines, worked out once for each. */
export function createTransferList(session: Session, customer: Accessor<Customer>): TransferList {
	const agreements = createMemo(() => {
		const all = session.agreementsByCustomer().get(customer().id) ?? [];
		return [...all].sort(byEnd);
	});
	const isOffered = (agreement: Agreement) => isInWindow(agreement.endsOn, session.today());
	const inWindow = mapArray(
		() => agreements().filter(isOffered),
		(agreement) => createGroup(session, customer, agreement),
	);
	const outside = createMemo(() => agreements().filter((agreement) => !isOffered(agreement)));

	return { inWindow: createMemo(inWindow), outside };
}

function createGroup(session: Session, customer: Accessor<Customer>, agreement: Agreement): AgreementGroup {
	const rows = agreement.lines.map((line): SubscriptionRow => {
		const state = createMemo(() => lineState(session, customer(), agreement, line), undefined, {
			equals: isSameState,
		});
		return { key: planLine(agreement, line), agreement, line, customer, state };
	});
	const seats = createMemo(() =>
		rows.reduce((sum, row) => addSeats(sum, coverageOf(row.state()), row.line.quantity), NO_SEATS),
	);
	return { agreement, rows, seats };
}

/** What a state holds keeps its identity while it stays the same. */
function isSameState(a: SubscriptionState, b: SubscriptionState): boolean {
	const [one, other]: Record<string, unknown>[] = [a, b];
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => one?.[key] === other?.[key]);
}

function byEnd(a: Agreement, b: Agreement): number {
	if (a.endsOn !== b.endsOn) return a.endsOn < b.endsOn ? -1 : 1;
	return a.number < b.number ? -1 : 1;
}
