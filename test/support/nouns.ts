import type { Agreement, AgreementId, AgreementLine } from "#domain/agreement.ts";
import type { Customer, CustomerId, TenantId } from "#domain/customer.ts";
import { day, type Instant } from "#domain/day.ts";
import type { CountryCode, Partner } from "#domain/partner.ts";
import type { Revision, RevisionId, Schedule, ScheduleId, Terms } from "#domain/schedule.ts";
import { type SubscriptionKey, subscriptionKey } from "#domain/subscription-key.ts";
import type { Committed, RefusalReason, Release, Verdict } from "#domain/verdict.ts";

/* Small, lawful nouns of the domain; a test overrides only what it is about. All of them belong together. */

export const DE = "DE" as CountryCode;
export const US = "US" as CountryCode;
export const CH = "CH" as CountryCode;

export const TENANT = "11111111-2222-4333-8444-555555555555" as TenantId;

export function makePartner(fields: Partial<Partner> = {}): Partner {
	return { id: "rheinblick", name: "Rheinblick", type: "direct-bill", country: DE, ...fields };
}

export function makeCustomer(fields: Partial<Customer> = {}): Customer {
	return {
		id: TENANT as string as CustomerId,
		name: "Weserstahl AG",
		tenantId: TENANT,
		country: DE,
		...fields,
	};
}

export function makeLine(fields: Partial<AgreementLine> = {}): AgreementLine {
	return {
		partNumber: "ZUB-92164",
		description: "M365 E3",
		quantity: 240,
		segment: "commercial",
		...fields,
	};
}

export function makeAgreement(fields: Partial<Agreement> = {}): Agreement {
	return {
		id: "80917264" as AgreementId,
		customerId: makeCustomer().id,
		number: "80917264",
		endsOn: day("2026-12-15"),
		eptStatus: "default",
		status: "active",
		lines: [makeLine()],
		...fields,
	};
}

export function makeTerms(fields: Partial<Terms> = {}): Terms {
	return { term: "P1Y", billingPlan: "monthly", quantity: 240, endsOn: null, ...fields };
}

export function makeRevision(id: string, fields: Partial<Revision> = {}): Revision {
	return {
		id: id as RevisionId,
		customer: { id: makeCustomer().id, tenantId: TENANT, name: "Weserstahl AG", country: DE },
		agreement: { id: makeAgreement().id, number: "80917264" },
		line: { partNumber: "ZUB-92164", description: "M365 E3" },
		terms: makeTerms(),
		byName: "Anna Sievers",
		at: "2026-11-22T09:00:00.000Z" as Instant,
		...fields,
	};
}

export function makeSchedule(id: string, fields: Partial<Schedule> = {}): Schedule {
	return {
		id: id as ScheduleId,
		customerId: makeCustomer().id,
		agreementId: makeAgreement().id,
		lineKey: "ZUB-92164",
		createdByName: "Anna Sievers",
		createdAt: "2026-11-22T08:00:00.000Z" as Instant,
		terms: makeTerms(),
		discarded: null,
		revisions: [],
		withdrawn: {},
		unreadable: 0,
		...fields,
	};
}

export function keyOf(revision: Revision): SubscriptionKey {
	return subscriptionKey(revision.customer.tenantId, revision.agreement, revision.line);
}

/** @param at Minute of the hour in which the server answered. */
export function makeCommitted(revision: Revision, scheduleId: ScheduleId, at = 10): Committed {
	return {
		...judged(revision, scheduleId, at),
		outcome: "committed",
		commitNumber: 1042,
		eaEndsOn: day("2026-12-15"),
		runOn: day("2026-12-16"),
		receipt: null,
	};
}

export function makeRefused(
	revision: Revision,
	scheduleId: ScheduleId,
	reason: RefusalReason,
	at = 10,
): Verdict {
	return { ...judged(revision, scheduleId, at), outcome: "refused", reason };
}

export function makeVoid(revision: Revision, scheduleId: ScheduleId, at = 10): Verdict {
	return { ...judged(revision, scheduleId, at), outcome: "void" };
}

export function makeRelease(revision: Revision, outcome: Release["outcome"]): Release {
	return { revisionId: revision.id, outcome, reason: null, at: minute(20), receipt: null };
}

function judged(revision: Revision, scheduleId: ScheduleId, at: number) {
	return {
		revisionId: revision.id,
		scheduleId,
		subscriptionKey: keyOf(revision),
		terms: revision.terms,
		at: minute(at),
	};
}

function minute(at: number): Instant {
	return `2026-11-22T10:${String(at).padStart(2, "0")}:00.000Z` as Instant;
}
