import * as v from "valibot";
import { Agreement, AgreementLine } from "./agreement.ts";
import { CustomerId, TenantId } from "./customer.ts";
import { Day, Instant } from "./day.ts";
import { CountryCode } from "./partner.ts";

export const ScheduleId = v.pipe(v.string(), v.minLength(8), v.maxLength(64), v.brand("ScheduleId"));
export type ScheduleId = v.InferOutput<typeof ScheduleId>;

export const RevisionId = v.pipe(v.string(), v.minLength(8), v.maxLength(64), v.brand("RevisionId"));
export type RevisionId = v.InferOutput<typeof RevisionId>;

/** One month, one year, three years. */
export const Term = v.picklist(["P1M", "P1Y", "P3Y"]);
export type Term = v.InferOutput<typeof Term>;

export const BillingPlan = v.picklist(["monthly", "annual", "triennial"]);
export type BillingPlan = v.InferOutput<typeof BillingPlan>;

/** What a partner chooses for one renewal (R51). */
export const Terms = v.object({
	term: Term,
	billingPlan: BillingPlan,
	/** Licences, a whole number of at least 1. */
	quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The aligned last day of the first term, or `null` for the full term. */
	endsOn: v.nullable(Day),
});
export type Terms = v.InferOutput<typeof Terms>;

/**
 * A submitted schedule: written once, never changed. Carries what it was decided on, so that a verdict can be
 * understood without the plan.
 */
export const Revision = v.object({
	id: RevisionId,
	customer: v.object({ id: CustomerId, tenantId: TenantId, name: v.string(), country: CountryCode }),
	agreement: v.pick(Agreement, ["id", "number"]),
	line: v.pick(AgreementLine, ["partNumber", "discriminator", "description"]),
	terms: Terms,
	/** Who submitted and when by the device's clock: for people, decides nothing (R94). */
	byName: v.string(),
	at: Instant,
});
export type Revision = v.InferOutput<typeof Revision>;

/** A cancelled revision: who and when by the device's clock, for people. */
export const Withdrawal = v.object({ byName: v.string(), at: Instant });
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

/** One partner's planned renewal of one EA subscription, with its draft fields as they stand now. */
export const Schedule = v.object({
	id: ScheduleId,
	customerId: CustomerId,
	agreementId: v.string(),
	/** `lineKey` of the EA subscription inside its agreement. */
	lineKey: v.string(),
	createdByName: v.fallback(v.string(), ""),
	createdAt: Instant,
	terms: Terms,
	/** The terms with which somebody threw the draft away; it stays away as long as it says the same. */
	discarded: v.fallback(v.nullable(Terms), null),
	/** Oldest first by the device's clock; ties by id. */
	revisions: v.array(Revision),
	withdrawn: v.record(v.string(), Withdrawal),
	/** How many revisions could not be read: written by a newer version or damaged. */
	unreadable: v.number(),
});
export type Schedule = v.InferOutput<typeof Schedule>;

export function sameTerms(a: Terms, b: Terms): boolean {
	return (
		a.term === b.term && a.billingPlan === b.billingPlan && a.quantity === b.quantity && a.endsOn === b.endsOn
	);
}
