import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { defaultTerms, type TermsAsk, termsProblems } from "#domain/terms.ts";
import { catalogueWith, makeOffer, makePrice, SKU } from "../support/catalogue.ts";
import { DE, makeTerms } from "../support/nouns.ts";

function ask(fields: Partial<TermsAsk> = {}): TermsAsk {
	return {
		catalogue: catalogueWith({ offers: [makeOffer({ minLicences: 2, maxLicences: 300 })] }),
		sku: SKU,
		market: DE,
		segment: "commercial",
		start: day("2026-12-16"),
		ownEnds: [],
		...fields,
	};
}

describe("termsProblems", () => {
	test.each([
		["legal terms", {}, []],
		["a combination that the price list lacks", { billingPlan: "annual" }, ["combination"]],
		["a plan longer than the term", { term: "P1M", billingPlan: "annual" }, ["combination"]],
		["as few licences as allowed", { quantity: 2 }, []],
		["one licence too few", { quantity: 1 }, ["too-few-licences"]],
		["as many licences as allowed", { quantity: 300 }, []],
		["one licence too many", { quantity: 301 }, ["too-many-licences"]],
		["a month end", { endsOn: day("2027-08-31") }, []],
		["a day that is no month end", { endsOn: day("2027-08-30") }, ["end-date"]],
		["a month end after the first term", { endsOn: day("2027-12-31") }, ["end-date"]],
		["a month end before the start", { endsOn: day("2026-11-30") }, ["end-date"]],
		[
			"everything wrong at once",
			{ term: "P3Y", quantity: 0, endsOn: day("2026-01-01") },
			["combination", "too-few-licences", "end-date"],
		],
	] as const)("[R51] finds in %s: %j %j", (_, terms, problems) => {
		expect(termsProblems(makeTerms({ quantity: 10, ...terms }), ask())).toEqual(problems);
	});

	test("[R51] allows the end of one of the partner's own subscriptions", () => {
		const terms = makeTerms({ quantity: 10, endsOn: day("2027-03-10") });
		expect(termsProblems(terms, ask({ ownEnds: [day("2027-03-10")] }))).toEqual([]);
		expect(termsProblems(terms, ask())).toEqual(["end-date"]);
	});

	test("[R51] without a catalogue finds only what no catalogue allows", () => {
		const open = ask({ catalogue: undefined, sku: undefined });
		expect(termsProblems(makeTerms({ term: "P3Y", billingPlan: "triennial", quantity: 4711 }), open)).toEqual(
			[],
		);
		expect(termsProblems(makeTerms({ term: "P1Y", billingPlan: "triennial" }), open)).toEqual([
			"combination",
		]);
	});
});

describe("defaultTerms", () => {
	test.each([
		[240, 240, "the seats of the EA"],
		[301, 300, "the most that the offer allows"],
		[0, 2, "the least that the offer allows"],
	])("[R51, R125, D18] for %d seats has %d licences: %s", (seats, quantity) => {
		expect(defaultTerms(seats, ask())).toEqual(makeTerms({ quantity }));
	});

	test("[D18] is the first legal combination where a year billed monthly is none", () => {
		const prices = [
			makePrice({ term: "P3Y", billingPlan: "triennial" }),
			makePrice({ term: "P3Y", billingPlan: "annual" }),
		];
		const terms = defaultTerms(240, ask({ catalogue: catalogueWith({ prices }) }));
		expect(terms).toEqual(makeTerms({ term: "P3Y", billingPlan: "annual" }));
	});

	test("[D18] is legal, whatever the price list has", () => {
		for (const billingPlan of ["monthly", "annual", "triennial"] as const) {
			for (const term of ["P1M", "P1Y", "P3Y"] as const) {
				const question = ask({ catalogue: catalogueWith({ prices: [makePrice({ term, billingPlan })] }) });
				const problems = termsProblems(defaultTerms(240, question), question);
				const isPossible =
					!(term === "P1M" && billingPlan !== "monthly") && !(term === "P1Y" && billingPlan === "triennial");
				expect(problems).toEqual(isPossible ? [] : ["combination"]);
			}
		}
	});
});
