import type { Agreement, AgreementLine } from "./agreement.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Customer } from "./customer.ts";
import { type Day, dayOf } from "./day.ts";
import { isInExtendedTerm, isPublicSector, isRelated, isSupported } from "./eligibility.ts";
import { maySubmit, mayTransact, type Partner, type Role } from "./partner.ts";
import { inSameRegion } from "./region.ts";
import { firstCspDay, hasRunBegun, runOn } from "./run.ts";
import type { Revision, ScheduleId } from "./schedule.ts";
import { skuOf } from "./sku.ts";
import { type SubscriptionKey, subscriptionKey } from "./subscription-key.ts";
import { termsProblems } from "./terms.ts";
import type { RefusalReason, RelationshipStatus } from "./verdict.ts";
import { isInWindow } from "./window.ts";

/** What a submitted revision is judged by. */
export type DecideFacts = {
	/** Milliseconds since 1970 by the deciding side's clock; never the submitter's. */
	readonly nowMs: number;
	/** Whether the revision was withdrawn before it was judged. */
	readonly withdrawn: boolean;
	/** Roles of the connection that brought the revision. */
	readonly roles: readonly Role[];
	readonly partner: Partner;
	readonly scheduleId: ScheduleId;
	/** To the revision's tenant; `undefined`: a tenant nobody has seen, which belongs to the team that brings it. */
	readonly relationship: RelationshipStatus | undefined;
	/** Agreement, line and customer as the plan has them. */
	readonly agreement: Agreement | undefined;
	readonly line: AgreementLine | undefined;
	readonly customer: Customer | undefined;
	readonly catalogue: Catalogue | undefined;
	/** Who holds the EA subscription now. */
	readonly holder: Holder | undefined;
};

type Holder = { readonly partnerId: string; readonly scheduleId: ScheduleId; readonly runOn: Day };

export type Decision =
	| {
			readonly outcome: "committed";
			/** A change keeps the schedule's place and its run. */
			readonly kind: "commit" | "change";
			readonly subscriptionKey: SubscriptionKey;
			readonly eaEndsOn: Day;
			readonly runOn: Day;
	  }
	| {
			readonly outcome: "refused";
			readonly reason: RefusalReason;
			/** `null` if the plan does not know the EA subscription that the revision names. */
			readonly subscriptionKey: SubscriptionKey | null;
	  }
	| { readonly outcome: "void" };

/**
 * Judges a submitted revision.
 *
 * The same on the server, as a preview in the browser, and as the truth in a local workspace. The relationship
 * is asked before the holder, so that nobody learns of a hold on a customer that is not theirs.
 *
 * @source RULES.md, section "First committed wins"
 */
export function decide(revision: Revision, facts: DecideFacts): Decision {
	if (facts.withdrawn) return { outcome: "void" };
	const key = subscriptionKey(revision.customer.tenantId, revision.agreement, revision.line);
	const partnerReason = partnerRefusal(revision, facts);
	if (partnerReason !== undefined) return refused(partnerReason, key);
	const known = knownSubscription(revision, facts, key);
	if (known === undefined) return refused("unknown-subscription", null);
	const subscriptionReason = subscriptionRefusal(revision, facts, known);
	if (subscriptionReason !== undefined) return refused(subscriptionReason, key);
	const own = ownHolder(facts);
	const holderReason = holderRefusal(facts, own);
	if (holderReason !== undefined) return refused(holderReason, key);
	const eaEndsOn = known.agreement.endsOn;
	const decided = { outcome: "committed", subscriptionKey: key, eaEndsOn } as const;
	if (own !== undefined) return { ...decided, kind: "change", runOn: own.runOn };
	return { ...decided, kind: "commit", runOn: runOn(eaEndsOn, dayOf(facts.nowMs)) };
}

type KnownSubscription = { agreement: Agreement; line: AgreementLine; customer: Customer };

function refused(reason: RefusalReason, key: SubscriptionKey | null): Decision {
	return { outcome: "refused", reason, subscriptionKey: key };
}

/** What a person, a team and a customer's tenant may (R58, R47, R14, R22). */
function partnerRefusal(revision: Revision, facts: DecideFacts): RefusalReason | undefined {
	const country = facts.customer?.country ?? revision.customer.country;
	if (!maySubmit(facts.roles)) return "role-not-allowed";
	if (!mayTransact(facts.partner.type)) return "partner-may-not-transact";
	if (!isRelated(facts.relationship)) return "no-relationship";
	if (!inSameRegion(revision.customer.country, facts.partner.country)) return "other-region";
	if (!inSameRegion(country, facts.partner.country)) return "other-region";
	return undefined;
}

/** The plan's EA subscription, if it is the one that the revision names. */
function knownSubscription(
	revision: Revision,
	{ agreement, line, customer }: DecideFacts,
	key: SubscriptionKey,
): KnownSubscription | undefined {
	if (agreement === undefined || line === undefined || customer?.tenantId === undefined) return undefined;
	if (agreement.customerId !== customer.id || customer.id !== revision.customer.id) return undefined;
	const isNamed = subscriptionKey(customer.tenantId, agreement, line) === key;
	return isNamed ? { agreement, line, customer } : undefined;
}

function subscriptionRefusal(
	revision: Revision,
	facts: DecideFacts,
	{ agreement, line, customer }: KnownSubscription,
): RefusalReason | undefined {
	const { catalogue } = facts;
	const today = dayOf(facts.nowMs);
	const market = customer.country ?? revision.customer.country;
	if (!isSupported(catalogue, line, market)) return "not-supported";
	if (isPublicSector(line)) return "public-sector";
	if (isInExtendedTerm(agreement)) return "extended-term";
	if (agreement.status === "renewed") return "already-renewed";
	if (!isInWindow(agreement.endsOn, today)) return "outside-window";
	const start = ownHolder(facts)?.runOn ?? firstCspDay(agreement.endsOn, today);
	const sku = catalogue && skuOf(catalogue, line.partNumber);
	const ask = { catalogue, sku, market, segment: line.segment, start, ownEnds: [] };
	return termsProblems(revision.terms, ask).length > 0 ? "illegal-terms" : undefined;
}

/** The holder, if it is the very schedule that the revision belongs to. */
function ownHolder({ holder, partner, scheduleId }: DecideFacts): Holder | undefined {
	return holder?.partnerId === partner.id && holder.scheduleId === scheduleId ? holder : undefined;
}

/** @source R94, R95 */
function holderRefusal(facts: DecideFacts, own: Holder | undefined): RefusalReason | undefined {
	if (facts.holder === undefined) return undefined;
	if (own !== undefined) return hasRunBegun(own.runOn, facts.nowMs) ? "run-has-begun" : undefined;
	return facts.holder.partnerId === facts.partner.id ? "team-already-scheduled" : "held";
}

export type ReleaseDecision =
	| { readonly outcome: "released" }
	| { readonly outcome: "refused"; readonly reason: RefusalReason };

/** Judges the withdrawal of a committed revision (R58, R52, R86). */
export function decideRelease(facts: {
	readonly roles: readonly Role[];
	readonly runOn: Day;
	readonly nowMs: number;
}): ReleaseDecision {
	if (!maySubmit(facts.roles)) return { outcome: "refused", reason: "role-not-allowed" };
	if (hasRunBegun(facts.runOn, facts.nowMs)) return { outcome: "refused", reason: "run-has-begun" };
	return { outcome: "released" };
}
