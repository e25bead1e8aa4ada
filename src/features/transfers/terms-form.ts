import { isLegalEndDate } from "#domain/coterm.ts";
import { maySubmit, mayTransact } from "#domain/partner.ts";
import { type Choice, choices } from "#domain/price.ts";
import { hasRunBegun } from "#domain/run.ts";
import { sameTerms, type Terms } from "#domain/schedule.ts";
import { skuOf } from "#domain/sku.ts";
import { defaultTerms, type TermsAsk, type TermsProblem, termsProblems } from "#domain/terms.ts";
import type { Session } from "#session/session.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { canStart, rowSchedule, successorStart } from "./row-schedule.ts";

/** What decides which terms are legal for a row; `undefined` while the customer's country is not known. */
export function termsAsk(session: Session, row: SubscriptionRow): TermsAsk | undefined {
	const market = row.customer().country;
	if (market === undefined) return undefined;
	const catalogue = session.hasCatalogue() ? session.catalogue() : undefined;
	return {
		catalogue,
		sku: catalogue && skuOf(catalogue, row.line.partNumber),
		market,
		segment: row.line.segment,
		start: successorStart(row.state(), row.agreement.endsOn, session.today()),
		// the server knows no subscriptions of this customer in CSP yet, so only month ends are legal
		ownEnds: [],
	};
}

/** The terms that the form shows: the draft's, or those a new one would begin with. */
export function formTerms(session: Session, row: SubscriptionRow): Terms {
	const state = row.state();
	const schedule = rowSchedule(session, row);
	if (schedule !== undefined) return schedule.terms;
	if (state.state === "committed") return state.commitment.terms;
	const ask = termsAsk(session, row);
	const usual: Terms = {
		term: "P1Y",
		billingPlan: "monthly",
		quantity: Math.max(1, row.line.quantity),
		endsOn: null,
	};
	return ask === undefined ? usual : defaultTerms(row.line.quantity, ask);
}

/** The terms and billing plans that may be chosen for a row. */
export function legalChoices(session: Session, row: SubscriptionRow): readonly Choice[] {
	const ask = termsAsk(session, row);
	return ask === undefined ? [] : choices(ask.catalogue, { ...ask, on: ask.start });
}

/** A change together with what it forces: another term may not have the billing plan or the end date. */
export function withConsequences(
	change: Partial<Terms>,
	before: Terms,
	legal: readonly Choice[],
	ask: TermsAsk | undefined,
): Partial<Terms> {
	if (change.term === undefined) return change;
	const { term } = change;
	const plans = legal.filter((choice) => choice.term === term).map((choice) => choice.billingPlan);
	const plan = change.billingPlan ?? before.billingPlan;
	const endsOn = change.endsOn === undefined ? before.endsOn : change.endsOn;
	const keepsEnd = endsOn === null || (ask !== undefined && isLegalEndDate({ ...ask, term }, endsOn));
	return {
		...change,
		billingPlan: plans.includes(plan) ? plan : (plans[0] ?? plan),
		endsOn: keepsEnd ? endsOn : null,
	};
}

/** Why a schedule cannot be saved now. */
export type SaveObstacle =
	| TermsProblem
	| "sales-agent"
	| "reseller"
	| "not-possible"
	| "withdrawing"
	| "run-begun"
	| "unchanged";

/** The first reason, those that a person cannot mend before those that they can. */
export function saveObstacle(session: Session, row: SubscriptionRow): SaveObstacle | undefined {
	const state = row.state();
	const terms = formTerms(session, row);
	const ask = termsAsk(session, row);
	if (!mayTransact(session.partner().type)) return "reseller";
	if (!maySubmit(session.me().roles)) return "sales-agent";
	switch (state.state) {
		case "committed":
			if (state.schedule === undefined) return "not-possible";
			if (state.withdrawing) return "withdrawing";
			if (hasRunBegun(state.commitment.runOn, session.nowMs())) return "run-begun";
			if (sameTerms(terms, state.commitment.terms) && state.change !== "waiting") return "unchanged";
			if (state.change === "waiting" && isSubmitted(session, state.schedule.revisions, terms))
				return "unchanged";
			break;
		case "waiting":
			if (sameTerms(terms, state.revision.terms)) return "unchanged";
			break;
		case "available":
		case "draft":
		case "refused":
			break;
		default:
			if (!canStart(state)) return "not-possible";
	}
	if (ask === undefined || row.customer().tenantId === undefined) return "not-possible";
	return termsProblems(terms, ask)[0];
}

/** Whether the newest revision that waits says the same. */
function isSubmitted(
	session: Session,
	revisions: NonNullable<ReturnType<typeof rowSchedule>>["revisions"],
	terms: Terms,
): boolean {
	const waiting = revisions.findLast((revision) => session.verdict(revision.id) === undefined);
	return waiting !== undefined && sameTerms(waiting.terms, terms);
}
