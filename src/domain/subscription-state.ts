import type { Agreement, AgreementLine } from "./agreement.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Customer } from "./customer.ts";
import type { Day } from "./day.ts";
import {
	type IneligibleReason,
	ineligibleReason,
	isInExtendedTerm,
	isPublicSector,
	isSupported,
} from "./eligibility.ts";
import type { Partner } from "./partner.ts";
import { type Revision, type RevisionId, type Schedule, sameTerms } from "./schedule.ts";
import { type Answers, type Progress, scheduleProgress } from "./schedule-progress.ts";
import type { Committed, RefusalReason, RelationshipStatus } from "./verdict.ts";

/** What a partner's documents say about one EA subscription. */
export type StateFacts = Answers & {
	readonly today: Day;
	readonly partner: Partner;
	/** `undefined`: the server has not said; counts as related, the server decides later. */
	readonly relationship: RelationshipStatus | undefined;
	readonly customer: Customer;
	readonly agreement: Agreement;
	readonly line: AgreementLine;
	/** `undefined`: none was imported, and nothing is unsupported. */
	readonly catalogue: Catalogue | undefined;
	/** The verdict by which this partner holds the EA subscription now: the latest one that was not released. */
	readonly commitment: Committed | undefined;
	/** Whether another partner holds it. */
	readonly held: boolean;
	/** This partner's schedules for it, whatever has become of them. */
	readonly schedules: readonly Schedule[];
};

/** The state of an EA subscription as one partner sees it, with what exists in that state only. */
export type SubscriptionState =
	| {
			readonly state: "committed";
			readonly commitment: Committed;
			readonly schedule?: Schedule;
			/** A newer wish than the committed one: not submitted, submitted, or refused. */
			readonly change?: "draft" | "waiting" | "refused";
			/** Cancelled here, and the server has not answered. */
			readonly withdrawing: boolean;
	  }
	| { readonly state: "waiting"; readonly schedule: Schedule; readonly revision: Revision }
	| {
			readonly state: "refused";
			readonly schedule: Schedule;
			readonly revision: Revision;
			readonly reason: RefusalReason;
	  }
	| { readonly state: "held"; readonly schedule?: Schedule }
	| { readonly state: "unsupported" }
	| { readonly state: "public-sector" }
	| { readonly state: "extended-term" }
	| { readonly state: "ineligible"; readonly reason: IneligibleReason }
	| { readonly state: "draft"; readonly schedule: Schedule }
	| { readonly state: "available" };

// Most of a plan's lines are in one of these, so they are not made anew for each.
const UNSUPPORTED: SubscriptionState = { state: "unsupported" };
const PUBLIC_SECTOR: SubscriptionState = { state: "public-sector" };
const EXTENDED_TERM: SubscriptionState = { state: "extended-term" };
const HELD: SubscriptionState = { state: "held" };
const AVAILABLE: SubscriptionState = { state: "available" };
const INELIGIBLE: Readonly<Record<IneligibleReason, SubscriptionState>> = {
	"tenant-unknown": { state: "ineligible", reason: "tenant-unknown" },
	"no-relationship": { state: "ineligible", reason: "no-relationship" },
	"other-region": { state: "ineligible", reason: "other-region" },
	"partner-may-not-transact": { state: "ineligible", reason: "partner-may-not-transact" },
	"already-renewed": { state: "ineligible", reason: "already-renewed" },
	"outside-window": { state: "ineligible", reason: "outside-window" },
};

/**
 * The first state that applies, in the order of the union.
 *
 * A refusal because of another partner's hold shows as `held` while that lasts, and as refused afterwards, so
 * that the team can try again. A refused schedule follows its draft once somebody has changed it.
 *
 * @source RULES.md, section "Window and eligibility"
 */
export function subscriptionState(facts: StateFacts): SubscriptionState {
	if (facts.commitment !== undefined) return committedState(facts.commitment, facts);
	const progress = facts.schedules.length === 0 ? undefined : furthest(facts);
	if (progress?.stage === "waiting") {
		return { state: "waiting", schedule: progress.schedule, revision: progress.revision };
	}
	if (progress?.stage === "refused" && !(facts.held && progress.reason === "held")) {
		const { schedule, revision, reason } = progress;
		return { state: "refused", schedule, revision, reason };
	}
	if (facts.held) return progress === undefined ? HELD : { state: "held", schedule: progress.schedule };
	if (!isSupported(facts.catalogue, facts.line, facts.customer.country)) return UNSUPPORTED;
	if (isPublicSector(facts.line)) return PUBLIC_SECTOR;
	if (isInExtendedTerm(facts.agreement)) return EXTENDED_TERM;
	const reason = ineligibleReason(facts);
	if (reason !== undefined) return INELIGIBLE[reason];
	return progress?.stage === "draft" ? { state: "draft", schedule: progress.schedule } : AVAILABLE;
}

function committedState(commitment: Committed, facts: StateFacts): SubscriptionState {
	const schedule = facts.schedules.find((one) => one.id === commitment.scheduleId);
	if (schedule === undefined) return { state: "committed", commitment, withdrawing: false };
	const change = changeOf(schedule, commitment, facts);
	const withdrawing = isWithdrawing(schedule, facts);
	return {
		state: "committed",
		commitment,
		schedule,
		withdrawing,
		...(change === undefined ? {} : { change }),
	};
}

function changeOf(schedule: Schedule, commitment: Committed, facts: Answers) {
	const { stage } = scheduleProgress(schedule, facts);
	if (stage === "waiting" || stage === "refused") return stage;
	return sameTerms(schedule.terms, commitment.terms) ? undefined : "draft";
}

/** Whichever of its committed revisions was withdrawn: a cancellation is meant for the schedule. */
function isWithdrawing(schedule: Schedule, facts: Answers): boolean {
	return Object.keys(schedule.withdrawn).some((key) => {
		const id = key as RevisionId; // the keys of `withdrawn` are revision ids
		return facts.verdict(id)?.outcome === "committed" && facts.release(id) === undefined;
	});
}

const RANK = { waiting: 0, refused: 1, draft: 2, closed: 3 };

/** Of several schedules, the one that is furthest on its way; of equals, the latest begun. */
function furthest(facts: StateFacts): Progress | undefined {
	let best: Progress | undefined;
	for (const schedule of facts.schedules) {
		const one = scheduleProgress(schedule, facts);
		if (best === undefined || comesBefore(one, best)) best = one;
	}
	return best?.stage === "closed" ? undefined : best;
}

function comesBefore(one: Progress, other: Progress): boolean {
	if (one.stage !== other.stage) return RANK[one.stage] < RANK[other.stage];
	const [a, b] = [one.schedule, other.schedule];
	return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}
