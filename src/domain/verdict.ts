import * as v from "valibot";
import { Day, Instant } from "./day.ts";
import { RevisionId, ScheduleId, Terms } from "./schedule.ts";
import { SubscriptionKey } from "./subscription-key.ts";

/** Why a submitted schedule was refused; each has a sentence in the interface. `unknown` is a newer server's word. */
export const RefusalReason = v.picklist([
	"role-not-allowed",
	"partner-may-not-transact",
	"no-relationship",
	"other-region",
	"unknown-subscription",
	"illegal-terms",
	"public-sector",
	"extended-term",
	"already-renewed",
	"outside-window",
	"not-supported",
	"held",
	"team-already-scheduled",
	"run-has-begun",
	"unknown",
]);
export type RefusalReason = v.InferOutput<typeof RefusalReason>;

/**
 * Proof of a place in a subscription's chain, signed by the server.
 *
 * `signature` is Ed25519 over `receiptBytes` of all other fields; hashes are SHA-256 in lower-case hex.
 */
export const Receipt = v.object({
	subscriptionKeyHash: v.string(),
	partnerId: v.string(),
	revisionId: v.string(),
	kind: v.picklist(["commit", "change", "release"]),
	/** Position in the subscription's chain, from 0. */
	index: v.pipe(v.number(), v.integer(), v.minValue(0)),
	at: Instant,
	/** Hash of the entry before; 64 zeros for the first. */
	previousHash: v.string(),
	hash: v.string(),
	/** Base64. */
	signature: v.string(),
	/** Names the server's signing key: first 16 hex digits of the SHA-256 of its raw public key. */
	keyId: v.string(),
});
export type Receipt = v.InferOutput<typeof Receipt>;

const judged = {
	revisionId: RevisionId,
	scheduleId: ScheduleId,
	subscriptionKey: v.nullable(SubscriptionKey),
	/** The verdict's copy of what was asked for; people see this one, not the plan's. */
	terms: v.nullable(Terms),
	at: Instant,
};

/** The final answer to one revision. */
export const Verdict = v.variant("outcome", [
	v.object({
		...judged,
		outcome: v.literal("committed"),
		subscriptionKey: SubscriptionKey,
		terms: Terms,
		/** The place in the server's order; a later accepted change keeps it. */
		commitNumber: v.pipe(v.number(), v.integer(), v.minValue(1)),
		/** The EA subscription's last day as the verdict took it. */
		eaEndsOn: Day,
		/** 00:00 UTC of this day the run starts. */
		runOn: Day,
		/** `null` in a local workspace, where nobody else could check it. */
		receipt: v.nullable(Receipt),
	}),
	v.object({ ...judged, outcome: v.literal("refused"), reason: v.fallback(RefusalReason, "unknown") }),
	v.object({ ...judged, outcome: v.literal("void") }),
]);
export type Verdict = v.InferOutput<typeof Verdict>;

/** A verdict that gave a schedule its place. */
export type Committed = Extract<Verdict, { outcome: "committed" }>;

/** The final answer to a withdrawal of a committed revision. */
export const Release = v.object({
	revisionId: RevisionId,
	outcome: v.picklist(["released", "refused"]),
	reason: v.nullable(v.fallback(RefusalReason, "unknown")),
	at: Instant,
	receipt: v.nullable(Receipt),
});
export type Release = v.InferOutput<typeof Release>;

/** Another partner holds this EA subscription; says no more than that (R64, R65). */
export const Hold = v.object({ subscriptionKey: SubscriptionKey, since: Day });
export type Hold = v.InferOutput<typeof Hold>;

/** `none`: the server knows the tenant and this partner has no relationship with it (R14). */
export const RelationshipStatus = v.picklist(["active", "requested", "expired", "none"]);
export type RelationshipStatus = v.InferOutput<typeof RelationshipStatus>;

export const Relationship = v.object({
	tenantId: v.string(),
	status: v.fallback(RelationshipStatus, "none"),
});
export type Relationship = v.InferOutput<typeof Relationship>;
