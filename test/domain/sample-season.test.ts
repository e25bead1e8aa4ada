import { beforeAll, describe, expect, test } from "vitest";
import type { AgreementLine } from "#domain/agreement.ts";
import type { Catalogue, SkuKey } from "#domain/catalogue.ts";
import { day, startOfDayMs } from "#domain/day.ts";
import { decide } from "#domain/decide.ts";
import type { ImportPlan } from "#domain/import/import-plan.ts";
import { choices, quote } from "#domain/price.ts";
import { firstCspDay } from "#domain/run.ts";
import type { ScheduleId, Terms } from "#domain/schedule.ts";
import { isEndOfSale, skuOf } from "#domain/sku.ts";
import { subscriptionState } from "#domain/subscription-state.ts";
import { defaultTerms, termsProblems } from "#domain/terms.ts";
import { isInWindow, transferWindow } from "#domain/window.ts";
import { CH, DE, makeRevision, makeTerms, US } from "../support/nouns.ts";
import { SEASON_DAY, seasonCatalogue, seasonPlan, seasonTeams } from "../support/season.ts";

let catalogue: Catalogue;
let plan: ImportPlan;

beforeAll(async () => {
	catalogue = await seasonCatalogue();
	plan = await seasonPlan();
});

/** The lines of a team's customers, each with its state. */
function linesOf(teamId: string, today = SEASON_DAY) {
	const team = seasonTeams().find((one) => one.id === teamId);
	if (team === undefined) throw new Error(`No team ${teamId}`);
	const { customers, ...partner } = team;
	return customers.flatMap(({ tenantId, relationship }) => {
		const customer = plan.customers.find((one) => one.tenantId === tenantId);
		if (customer === undefined) throw new Error(`No customer ${tenantId}`);
		const agreements = plan.agreements.filter((agreement) => agreement.customerId === customer.id);
		return agreements.flatMap((agreement) =>
			agreement.lines.map((line) => {
				const state = subscriptionState({
					...{ today, partner, relationship, customer, agreement, line, catalogue },
					...{ commitment: undefined, held: false, schedules: [] },
					...{ verdict: () => undefined, release: () => undefined },
				});
				return { partner, relationship, customer, agreement, line, state };
			}),
		);
	});
}

function totals(teamId: string): Record<string, string> {
	const groups = Map.groupBy(linesOf(teamId), ({ state }) =>
		state.state === "ineligible" ? state.reason : state.state,
	);
	const sum = (lines: readonly { line: AgreementLine }[]) =>
		lines.reduce((seats, { line }) => seats + line.quantity, 0);
	return Object.fromEntries([...groups].map(([state, lines]) => [state, `${lines.length} / ${sum(lines)}`]));
}

describe("the states of the sample season on 2026-11-22", () => {
	test("rheinblick sees 55 lines with 10913 seats", () => {
		expect(totals("rheinblick")).toEqual({
			available: "30 / 6997",
			"extended-term": "1 / 210",
			"already-renewed": "2 / 46",
			"no-relationship": "3 / 530",
			"other-region": "5 / 1025",
			"outside-window": "3 / 365",
			"public-sector": "7 / 1430",
			unsupported: "4 / 310",
		});
	});

	test("nordlicht sees 59 lines with 11659 seats", () => {
		expect(totals("nordlicht")).toEqual({
			available: "38 / 8309",
			"extended-term": "4 / 485",
			"no-relationship": "4 / 705",
			"other-region": "3 / 740",
			"outside-window": "2 / 375",
			"public-sector": "4 / 665",
			unsupported: "4 / 380",
		});
	});

	test("lakeshore sees 28 lines with 4476 seats", () => {
		expect(totals("lakeshore")).toEqual({
			available: "9 / 1798",
			"extended-term": "1 / 210",
			"already-renewed": "2 / 400",
			"other-region": "11 / 1745",
			"outside-window": "2 / 97",
			"public-sector": "1 / 25",
			unsupported: "2 / 201",
		});
	});

	test("[R59] the unsupported lines are the six that no catalogue continues", () => {
		const lines = seasonTeams().flatMap(({ id }) => linesOf(id));
		const unsupported = lines.filter(({ state }) => state.state === "unsupported");
		const named = unsupported.map(({ line, customer }) => `${line.partNumber} ${customer.name}`);
		expect([...new Set(named)].sort()).toEqual([
			"ZDT-51750 Dampier & Lowe, Inc.",
			"ZGW-53433 Kaltenbach Pharma SE",
			"ZPP-89922 Montreval Cosmétiques SAS",
			"ZTK-42401 Limmat Treuhand AG",
			"ZTR-63477 Brückner & Söhne Maschinenbau GmbH",
			"ZTU-66135 Hansewerk Logistik AG",
		]);
	});
});

describe("a schedule for each line of the sample season", () => {
	test.each(["rheinblick", "nordlicht", "lakeshore"])(
		"of %s is committed if the line is available, and refused otherwise",
		(teamId) => {
			for (const { customer, agreement, line, state, partner, relationship } of linesOf(teamId)) {
				const { id, name, tenantId, country } = customer;
				if (tenantId === undefined || country === undefined) throw new Error(`${name} has no tenant`);
				const start = firstCspDay(agreement.endsOn, SEASON_DAY);
				const sku = skuOf(catalogue, line.partNumber);
				const ask = { catalogue, sku, market: country, segment: line.segment, start, ownEnds: [] };
				const terms = defaultTerms(line.quantity, ask);
				const revision = makeRevision("revision-1", {
					customer: { id, name, tenantId, country },
					agreement,
					line,
					terms,
				});
				const decision = decide(revision, {
					...{ nowMs: startOfDayMs(SEASON_DAY), withdrawn: false, roles: ["admin-agent"] },
					...{ partner, scheduleId: "schedule-1" as ScheduleId, relationship, holder: undefined },
					...{ agreement, line, customer, catalogue },
				});
				const expected = state.state === "available" ? "committed" : "refused";
				expect(decision.outcome, `${agreement.number} ${line.description}`).toBe(expected);
			}
		},
	);
});

describe("the window over the sample agreements", () => {
	function outside(today: string): string[] {
		const agreements = plan.agreements.filter(({ endsOn }) => !isInWindow(endsOn, day(today)));
		return agreements.map(({ endsOn, number }) => `${endsOn} ${number}`).sort();
	}

	test("[R37] on 2026-11-22 reaches from 2026-08-24 to 2027-05-22", () => {
		expect(transferWindow(SEASON_DAY)).toEqual({ from: "2026-08-24", to: "2027-05-22" });
		expect(outside("2026-11-22")).toEqual([
			"2026-07-31 92250700",
			"2026-08-23 87751190",
			"2027-05-23 74419002",
			"2027-05-31 78806999",
			"2027-06-30 92250833",
			"2027-09-30 75109004",
			"2027-12-31 82450993",
		]);
	});

	test("[R37] on 2026-08-31 has the agreements that end on 2027-02-28, on 2026-08-27 not", () => {
		const late = ["2027-02-28 66020418", "2027-02-28 66081793", "2027-02-28 77420016", "2027-02-28 88210035"];
		expect(outside("2026-08-27")).toEqual(expect.arrayContaining(late));
		for (const agreement of late) expect(outside("2026-08-31")).not.toContain(agreement);
	});

	test("[R37] on 2026-11-30 is a day short of 78806999", () => {
		expect(transferWindow(day("2026-11-30")).to).toBe("2027-05-30");
		expect(outside("2026-11-30")).toContain("2027-05-31 78806999");
		expect(outside("2026-12-01")).not.toContain("2027-05-31 78806999");
	});
});

const SKUS = {
	businessPremium: "CFQ7TTC0LCHC/0002",
	emsE3: "CFQ7TTC0LHT4/0001",
	e5NoTeams: "CFQ7TTC0LFLZ/X01P",
	e3ThreeYears: "CFQ7TTC0LFLX/X003",
	e3: "CFQ7TTC0LFLX/0001",
	visioPlan2: "CFQ7TTC0HD32/0002",
	planFive: "CFQ7TTC0HD9Z/0002",
	powerBi: "CFQ7TTC0LHSF/0001",
	intune: "CFQ7TTC0LCH4/0009",
} as const;

function priced(product: keyof typeof SKUS, start: string, terms: Partial<Terms>, market = DE) {
	const sku = SKUS[product] as SkuKey;
	const asked = makeTerms({ quantity: 10, ...terms });
	return quote(catalogue, { sku, market, segment: "commercial", start: day(start), terms: asked });
}

describe("the sample price lists", () => {
	test.each([
		// 20.57 a month
		["businessPremium", "2026-12-01", { term: "P1M" }, DE, 20_57, 205_70, 205_70],
		// 215.94 / 12 = 17.995; nine months
		["businessPremium", "2026-12-01", { endsOn: day("2027-08-31") }, DE, 17_99, 179_90, 1619_10],
		// 222.76 / 12 = 18.563 in francs
		["businessPremium", "2026-12-01", {}, CH, 18_56, 185_60, 2227_20],
		// 21.65 less 10 %, on the promotion's last day
		["businessPremium", "2026-12-01", { term: "P1M" }, US, 21_65, 194_80, 194_80],
		["businessPremium", "2026-12-02", { term: "P1M" }, US, 21_65, 216_50, 216_50],
		// 104.04 / 12 = 8.67; less 8 % = 7.9764, for at most 100 licences
		["emsE3", "2026-11-30", { quantity: 100 }, DE, 8_67, 797_00, 9564_00],
		["emsE3", "2026-11-30", { quantity: 101 }, DE, 8_67, 875_67, 10508_04],
		// 511.80 less 15 % = 435.03, which counts for renewals though it is for SKUs new to CSP
		["e5NoTeams", "2026-12-16", { billingPlan: "annual", quantity: 200 }, DE, 511_80, 87006_00, 87006_00],
		// 946.48 / 3 = 315.493; less 5 % = 299.718; three times
		[
			"e3ThreeYears",
			"2026-12-16",
			{ term: "P3Y", billingPlan: "annual", quantity: 100 },
			DE,
			315_49,
			29971_00,
			89913_00,
		],
		// Of two ranges the one from 2026-11-01: 154.59 / 12 = 12.8825
		["visioPlan2", "2026-12-16", {}, DE, 12_88, 128_80, 1545_60],
		// 539.85 / 12 = 44.987; the row that ended on 2026-10-31 is gone
		["planFive", "2026-12-16", {}, DE, 44_98, 449_80, 5397_60],
		// The row whose SKU has lost its zeros
		["powerBi", "2026-12-16", { billingPlan: "annual" }, DE, 130_87, 1308_70, 1308_70],
		// 137.42 / 12 = 11.451; less 12 % from January = 10.077
		["powerBi", "2026-12-31", {}, DE, 11_45, 114_50, 1374_00],
		["powerBi", "2027-01-01", {}, DE, 11_45, 100_70, 1208_40],
	] as const)(
		"price %s from %s on with %j in %s at %d for one licence and cycle, %d for all, %d for the first term",
		(product, start, terms, market, unitPrice, net, firstTermTotal) => {
			expect(priced(product, start, terms, market)).toMatchObject({ unitPrice, net, firstTermTotal });
		},
	);

	test("[N6] offer neither a monthly term for Intune nor monthly billing for three-year SKUs", () => {
		const found = (product: keyof typeof SKUS) =>
			choices(catalogue, { sku: SKUS[product] as SkuKey, market: DE, segment: "commercial", on: SEASON_DAY });
		expect(found("intune").map(({ term }) => term)).toEqual(["P1Y", "P1Y", "P3Y", "P3Y", "P3Y"]);
		expect(found("e3ThreeYears").map(({ billingPlan }) => billingPlan)).toEqual(["annual", "triennial"]);
	});

	test("[R23] have no price for a SKU at end of sale, which can be renewed all the same", () => {
		const ended = [...catalogue.offerBySku.values()].filter(({ sku }) => isEndOfSale(catalogue, sku, DE));
		expect(ended.map(({ provisioningString }) => provisioningString).sort()).toEqual([
			"ENTERPRISEPACK",
			"ENTERPRISEPREMIUM",
			"PBI_PREMIUM_P1_ADDON",
			"PROJECTESSENTIALS",
			"RIGHTSMANAGEMENT",
			"SPE_E3",
			"SPE_E5",
			"SPE_E5_NOPSTNCONF",
			"STANDARDPACK",
		]);
		expect(priced("e3", "2026-12-16", {})).toBeUndefined();
	});

	test("[R51] leave every available line with legal terms to begin with, within the offer's licences", () => {
		for (const { id } of seasonTeams()) {
			for (const { customer, agreement, line, state } of linesOf(id)) {
				if (state.state !== "available" || customer.country === undefined) continue;
				const sku = skuOf(catalogue, line.partNumber);
				const start = firstCspDay(agreement.endsOn, SEASON_DAY);
				const { segment } = line;
				const ask = { catalogue, sku, market: customer.country, segment, start, ownEnds: [] };
				const terms = defaultTerms(line.quantity, ask);
				expect(termsProblems(terms, ask), line.description).toEqual([]);
				if (agreement.number !== "92250816") expect(terms.quantity).toBe(line.quantity);
				else if (line.quantity === 340) {
					expect(terms.quantity).toBe(300);
					expect(termsProblems({ ...terms, quantity: 340 }, ask)).toEqual(["too-many-licences"]);
				}
			}
		}
	});
});
