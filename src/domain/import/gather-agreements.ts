import type { Agreement, AgreementLine, AgreementStatus, EptStatus, Segment } from "#domain/agreement.ts";
import type { Customer, CustomerId, TenantId } from "#domain/customer.ts";
import type { Day } from "#domain/day.ts";
import type { CountryCode } from "#domain/partner.ts";
import { normalised } from "#domain/subscription-key.ts";
import { agreementId } from "./agreement-id.ts";
import { foldedText } from "./folded-text.ts";
import { isEducationProgram } from "./words.ts";

/** What one row says; absent is what it does not say. */
export type RowFacts = {
	readonly customer: {
		readonly tenantId?: TenantId | undefined;
		readonly name?: string | undefined;
		readonly domain?: string | undefined;
		readonly country?: CountryCode | undefined;
		readonly city?: string | undefined;
	};
	readonly agreement: {
		readonly number: string;
		readonly enrollmentNumber?: string | undefined;
		readonly program?: string | undefined;
		readonly endsOn: Day;
		readonly eptStatus?: EptStatus | undefined;
		readonly eptOptOutOn?: Day | undefined;
		readonly status?: AgreementStatus | undefined;
	};
	readonly line?: LineFacts | undefined;
};

type LineFacts = {
	readonly partNumber: string;
	readonly description: string;
	readonly quantity: number;
	readonly segment?: Segment | undefined;
	readonly usageCountry?: string | undefined;
	readonly coverageEndsOn?: Day | undefined;
};

type SegmentLine = LineFacts & { readonly segment: Segment };
type CustomerDraft = { id: CustomerId; facts: RowFacts["customer"] };
type AgreementDraft = {
	customer: CustomerDraft;
	facts: RowFacts["agreement"];
	/** Lines by part number and segment. */
	lines: Map<string, SegmentLine>;
};

/** What may not differ between the rows of one agreement, since renewals are decided on it (D37). */
export type Contradiction = "country" | "endsOn" | "eptStatus" | "status";

/** Collects rows as customers and agreements with lines. Seats of one part number in one agreement add up (D36). */
export function makeGathering(newId: () => string) {
	const customers = new Map<string, CustomerDraft>();
	const agreements = new Map<string, AgreementDraft>();
	let addedUp = 0;

	/** @returns What an earlier row of the same customer or agreement says otherwise; then the row is left out. */
	function add(facts: RowFacts): Contradiction | undefined {
		const customerKey = facts.customer.tenantId ?? `name ${foldedText(facts.customer.name ?? "")}`;
		const agreementKey = `${customerKey}/${normalised(facts.agreement.number)}`;
		const customer = customers.get(customerKey);
		const agreement = agreements.get(agreementKey);
		if (differs(customer?.facts.country, facts.customer.country)) return "country";
		for (const field of ["endsOn", "eptStatus", "status"] as const) {
			if (differs(agreement?.facts[field], facts.agreement[field])) return field;
		}

		const owner = customer ?? {
			id: (facts.customer.tenantId ?? newId()) as CustomerId,
			facts: facts.customer,
		}; // newId gives 1 to 64 characters
		owner.facts = completed(owner.facts, facts.customer);
		customers.set(customerKey, owner);
		const draft = agreement ?? { customer: owner, facts: facts.agreement, lines: new Map() };
		draft.facts = completed(draft.facts, facts.agreement);
		agreements.set(agreementKey, draft);
		if (facts.line !== undefined) addLine(draft, facts.line);
		return undefined;
	}

	function addLine(agreement: AgreementDraft, line: LineFacts): void {
		const otherwise = isEducationProgram(agreement.facts.program) ? "education" : "commercial";
		const segment = line.segment ?? otherwise;
		const key = `${normalised(line.partNumber)}/${segment}`;
		const before = agreement.lines.get(key);
		const quantity = (before?.quantity ?? 0) + line.quantity;
		agreement.lines.set(key, { ...(before ?? line), segment, quantity });
		if (before !== undefined) addedUp++;
	}

	return {
		add,
		addedUp: () => addedUp,
		customers: () => [...customers.values()].map(toCustomer),
		agreements: () => [...agreements.values()].map(toAgreement),
	};
}

function toCustomer({ id, facts }: CustomerDraft): Customer {
	const { tenantId, name, domain, country, city } = facts;
	return said({ id, name: name ?? id, tenantId, domain, country, city });
}

function toAgreement({ customer, facts, lines }: AgreementDraft): Agreement {
	const { number, enrollmentNumber, program, endsOn, eptStatus, eptOptOutOn, status } = facts;
	return said({
		id: agreementId(customer.id, number),
		customerId: customer.id,
		number,
		enrollmentNumber,
		program,
		endsOn,
		eptStatus: eptStatus ?? "default",
		eptOptOutOn,
		status: status ?? "unknown",
		lines: toLines([...lines.values()]),
	});
}

/** A part number in several segments makes several lines; the commercial one keeps the bare key (R15). */
function toLines(lines: readonly SegmentLine[]): AgreementLine[] {
	const linesByPart = Map.groupBy(lines, (line) => normalised(line.partNumber));
	return lines.map((line) => {
		const { partNumber, description, quantity, segment, usageCountry, coverageEndsOn } = line;
		const isAlone = linesByPart.get(normalised(partNumber))?.length === 1;
		const discriminator = isAlone || segment === "commercial" ? undefined : segment;
		return said({ partNumber, discriminator, description, quantity, segment, usageCountry, coverageEndsOn });
	});
}

/** Leaves out the keys without a value: a stored record holds what is known, in the order of its schema. */
export function said<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T; // the same keys, less the open ones
}

/** The earlier word counts; the later one fills what was left open. */
function completed<T extends object>(before: T, after: T): T {
	return { ...after, ...said(before) };
}

function differs(before: unknown, after: unknown): boolean {
	return before !== undefined && after !== undefined && before !== after;
}
