import type { Segment } from "./agreement.ts";
import type { Catalogue, SkuKey } from "./catalogue.ts";
import { isLegalEndDate } from "./coterm.ts";
import type { Day } from "./day.ts";
import { licenceBounds } from "./licences.ts";
import type { CountryCode } from "./partner.ts";
import { type Choice, choices } from "./price.ts";
import type { Terms } from "./schedule.ts";

/** What decides which terms are legal. */
export type TermsAsk = {
	/** `undefined`: none was imported. */
	readonly catalogue: Catalogue | undefined;
	/** `undefined`: the catalogue does not know the part number. */
	readonly sku: SkuKey | undefined;
	/** The country that is set in the customer's tenant. */
	readonly market: CountryCode;
	readonly segment: Segment;
	/** The first day of the new subscription. */
	readonly start: Day;
	/** Last days of the customer's active subscriptions that this partner bought itself. */
	readonly ownEnds: readonly Day[];
};

export type TermsProblem = "combination" | "too-few-licences" | "too-many-licences" | "end-date";

/** Every reason for which terms may not be submitted; none if they may. */
export function termsProblems(terms: Terms, ask: TermsAsk): readonly TermsProblem[] {
	const problems: TermsProblem[] = [];
	const { min, max } = licenceBounds(ask.catalogue, ask.sku);
	if (!legalChoices(ask).some((choice) => isSameChoice(choice, terms))) problems.push("combination");
	if (terms.quantity < min) problems.push("too-few-licences");
	if (terms.quantity > max) problems.push("too-many-licences");
	if (terms.endsOn !== null && !isLegalEndDate({ ...ask, term: terms.term }, terms.endsOn)) {
		problems.push("end-date");
	}
	return problems;
}

/**
 * The terms that a new draft begins with.
 *
 * @param quantity Seats of the EA subscription; moved inside the licence bounds.
 * @returns One year, billed monthly, full term; if that may not be chosen, the first that may.
 */
export function defaultTerms(quantity: number, ask: TermsAsk): Terms {
	const { min, max } = licenceBounds(ask.catalogue, ask.sku);
	const usual: Choice = { term: "P1Y", billingPlan: "monthly" };
	const legal = legalChoices(ask);
	const choice = legal.find((one) => isSameChoice(one, usual)) ?? legal[0] ?? usual;
	return { ...choice, quantity: Math.min(Math.max(quantity, min), max), endsOn: null };
}

function legalChoices(ask: TermsAsk): readonly Choice[] {
	return choices(ask.catalogue, { ...ask, on: ask.start });
}

function isSameChoice(one: Choice, other: Choice): boolean {
	return one.term === other.term && one.billingPlan === other.billingPlan;
}
