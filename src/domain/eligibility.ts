import type { Agreement, AgreementLine } from "./agreement.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Customer } from "./customer.ts";
import type { Day } from "./day.ts";
import { mayTransact, type Partner } from "./partner.ts";
import { inSameRegion } from "./region.ts";
import { offerFor } from "./sku.ts";
import type { RelationshipStatus } from "./verdict.ts";
import { isInWindow } from "./window.ts";

/** Why an EA subscription that channel transfers could take is out of a partner's reach. */
export type IneligibleReason =
	/** The customer's tenant, or the country that is set in it, is not known. */
	| "tenant-unknown"
	| "no-relationship"
	| "other-region"
	| "partner-may-not-transact"
	| "already-renewed"
	| "outside-window";

type EligibilityFacts = {
	readonly today: Day;
	readonly partner: Partner;
	/** `undefined`: the server has not said; it decides later. */
	readonly relationship: RelationshipStatus | undefined;
	readonly customer: Customer;
	readonly agreement: Agreement;
};

/** The first reason that applies, or `undefined`. */
export function ineligibleReason(facts: EligibilityFacts): IneligibleReason | undefined {
	const { customer, partner, agreement } = facts;
	if (customer.tenantId === undefined || customer.country === undefined) return "tenant-unknown";
	if (!isRelated(facts.relationship)) return "no-relationship";
	if (!inSameRegion(customer.country, partner.country)) return "other-region";
	if (!mayTransact(partner.type)) return "partner-may-not-transact";
	if (agreement.status === "renewed") return "already-renewed";
	if (!isInWindow(agreement.endsOn, facts.today)) return "outside-window";
	return undefined;
}

/** @source R12, R14: a requested or expired relationship is none. */
export function isRelated(relationship: RelationshipStatus | undefined): boolean {
	return relationship === undefined || relationship === "active";
}

/** @source R39: an agreement in its extended term has no channel transfer. */
export function isInExtendedTerm(agreement: Agreement): boolean {
	return agreement.eptStatus === "in-ept" || agreement.status === "extended";
}

/** @source R15: channel transfers support commercial SKUs only. */
export function isPublicSector(line: AgreementLine): boolean {
	return line.segment !== "commercial";
}

/**
 * Tells whether CSP has the SKU in the customer's market (R59).
 *
 * Without a catalogue nothing is unsupported; without a country, only what no market has.
 */
export function isSupported(
	catalogue: Catalogue | undefined,
	line: AgreementLine,
	country: Customer["country"],
): boolean {
	if (catalogue === undefined) return true;
	if (country !== undefined) return offerFor(catalogue, line, country) !== undefined;
	const sku = catalogue.skuByPart.get(line.partNumber);
	return sku !== undefined && catalogue.offerBySku.has(sku);
}
