import { describe, expect, test } from "vitest";
import type { CatalogueRows, Price, SkuKey } from "#domain/catalogue.ts";
import { day } from "#domain/day.ts";
import type { CountryCode } from "#domain/partner.ts";
import { choices, quote } from "#domain/price.ts";
import type { Terms } from "#domain/schedule.ts";
import { catalogueWith, makePrice, makePromotion, SKU } from "../support/catalogue.ts";
import { CH, DE, makeTerms, US } from "../support/nouns.ts";

const EVERY = ["P1M monthly", "P1Y monthly", "P1Y annual", "P3Y monthly", "P3Y annual", "P3Y triennial"];

function chosen(
	rows: Partial<CatalogueRows> | undefined,
	ask: { on?: string; market?: CountryCode; sku?: SkuKey | undefined } = {},
) {
	const { on, ...rest } = { on: "2026-12-16", market: DE, sku: SKU, ...ask };
	const catalogue = rows && catalogueWith(rows);
	const found = choices(catalogue, { ...rest, segment: "commercial", on: day(on) });
	return found.map(({ term, billingPlan }) => `${term} ${billingPlan}`);
}

describe("choices", () => {
	test("[R51, N6] come from the price list, shortest term first", () => {
		const prices = [
			makePrice({ term: "P3Y", billingPlan: "annual" }),
			makePrice({ term: "P1M" }),
			makePrice({ billingPlan: "annual" }),
		];
		expect(chosen({ prices })).toEqual(["P1M monthly", "P1Y annual", "P3Y annual"]);
	});

	test("[N6] a three-year SKU without monthly billing offers none", () => {
		const prices = [
			makePrice({ term: "P3Y", billingPlan: "annual", tierMin: 100 }),
			makePrice({ term: "P3Y", billingPlan: "triennial", tierMin: 100 }),
		];
		expect(chosen({ prices })).toEqual(["P3Y annual", "P3Y triennial"]);
	});

	test("[N5] a row with a plan longer than its term is no choice", () => {
		expect(chosen({ prices: [makePrice(), makePrice({ term: "P1M", billingPlan: "annual" })] })).toEqual([
			"P1Y monthly",
		]);
	});

	test.each([
		["2026-10-31", ["P1Y monthly", "P1Y annual"], "on its last day"],
		["2026-11-01", ["P1Y monthly"], "not on the day after"],
	])("[N13] on %s a row that ends on 2026-10-31 counts %s: %j", (on, expected) => {
		const prices = [makePrice(), makePrice({ billingPlan: "annual", to: day("2026-10-31") })];
		expect(chosen({ prices }, { on })).toEqual(expected);
	});

	test("[N6] a row of another market or segment is no choice", () => {
		const prices = [
			makePrice(),
			makePrice({ market: CH, term: "P1M" }),
			makePrice({ segment: "education", term: "P3Y" }),
		];
		expect(chosen({ prices })).toEqual(["P1Y monthly"]);
	});

	test.each([
		["without a catalogue", undefined, {}],
		["for a part number without a SKU", {}, { sku: undefined }],
		["in a market without a price list", {}, { market: US }],
		["for a SKU at end of sale", { prices: [makePrice({ sku: "X/0001" as SkuKey })] }, {}],
		["when the last row has ended", { prices: [makePrice({ to: day("2026-12-15") })] }, {}],
	])("[R23, D17] %s every possible combination is one", (_, rows, ask) => {
		expect(chosen(rows, ask)).toEqual(EVERY);
	});
});

function priced(
	terms: Partial<Terms>,
	options: { prices?: Partial<Price>[]; promotions?: CatalogueRows["promotions"]; start?: string } = {},
) {
	const { prices = [{}], promotions = [], start = "2026-12-01" } = options;
	const catalogue = catalogueWith({ prices: prices.map((price) => makePrice(price)), promotions });
	const asked = makeTerms({ quantity: 10, ...terms });
	return quote(catalogue, { sku: SKU, market: DE, segment: "commercial", start: day(start), terms: asked });
}

describe("quote", () => {
	test.each([
		["P1M", "monthly", 10_00, 1, 100_00, 100_00],
		["P1Y", "monthly", 120_00, 12, 100_00, 1200_00],
		["P1Y", "annual", 120_00, 1, 1200_00, 1200_00],
		["P3Y", "monthly", 360_00, 36, 100_00, 3600_00],
		["P3Y", "annual", 360_00, 3, 1200_00, 3600_00],
		["P3Y", "triennial", 360_00, 1, 3600_00, 3600_00],
	] as const)(
		"[N12] spreads the term's price: %s %s of %d in %d cycles of %d for ten licences is %d",
		(term, billingPlan, unitPrice, cycles, net, total) => {
			expect(priced({ term, billingPlan }, { prices: [{ term, billingPlan, unitPrice }] })).toEqual({
				currency: "EUR",
				unitPrice: net / 10,
				cycles,
				gross: net,
				promotion: undefined,
				discount: 0,
				net,
				firstTermTotal: total,
			});
		},
	);

	test("[N14] rounds one licence's cycle down before it multiplies", () => {
		// 58.89 / 12 = 4.9075
		expect(priced({ quantity: 250 }, { prices: [{ unitPrice: 58_89 }] })).toMatchObject({
			unitPrice: 4_90,
			gross: 1225_00,
			firstTermTotal: 14700_00,
		});
	});

	test.each([
		["2026-12-01", "2027-08-31", 9, 900_00, "nine whole months"],
		["2026-12-01", "2026-12-31", 1, 100_00, "one whole month"],
		["2026-12-16", "2027-06-15", 6, 600_00, "six months that are whole, counted from the 16th"],
		["2026-12-16", "2026-12-31", 1, 51_60, "16 of the 31 days from 16 December to 15 January"],
		["2026-12-16", "2027-01-31", 2, 151_60, "a month, and 16 of the 31 days to 15 February"],
		[
			"2027-01-31",
			"2027-02-28",
			2,
			103_20,
			"a month to 27 February, and 1 of the 31 days to 30 March, anchored to the 31st",
		],
	])(
		"[N16, D21] prorates monthly charges from %s to %s: %d cycles, %d: %s",
		(start, endsOn, cycles, total) => {
			const found = priced({ endsOn: day(endsOn) }, { start });
			expect(found).toMatchObject({ net: 100_00, cycles, firstTermTotal: total });
		},
	);

	test.each([
		["2026-12-01", "2027-08-31", "annual", "P1Y", 1, 900_00, "nine of twelve months"],
		["2026-12-16", "2026-12-31", "annual", "P1Y", 1, 52_60, "16 of 365 days"],
		["2026-12-01", "2028-05-31", "annual", "P3Y", 2, 1800_00, "a year and six of twelve months"],
		["2026-12-01", "2028-05-31", "triennial", "P3Y", 1, 1800_00, "18 of 36 months"],
	] as const)(
		"[N16, D21] prorates from %s to %s billed %s: %s in %d cycles, %d: %s",
		(start, endsOn, billingPlan, term, cycles, total, _) => {
			const unitPrice = term === "P1Y" ? 120_00 : 360_00;
			const found = priced(
				{ term, billingPlan, endsOn: day(endsOn) },
				{ start, prices: [{ term, billingPlan, unitPrice }] },
			);
			expect(found).toMatchObject({ cycles, firstTermTotal: total });
		},
	);

	test("[N13] of two rows that overlap, the one that begins later counts", () => {
		const prices = [
			{ unitPrice: 120_00, from: day("2026-01-01") },
			{ unitPrice: 144_00, from: day("2026-11-01") },
			{ unitPrice: 240_00, from: day("2026-12-02") },
		];
		expect(priced({}, { prices })).toMatchObject({ unitPrice: 12_00 });
		expect(priced({}, { prices: prices.toReversed() })).toMatchObject({ unitPrice: 12_00 });
	});

	test.each([
		[99, undefined],
		[100, 8_00],
		[499, 8_00],
		[500, 7_00],
	])("takes the price of the tier: %d licences at %s", (quantity, unitPrice) => {
		const prices = [
			{ unitPrice: 96_00, tierMin: 100, tierMax: 499 },
			{ unitPrice: 84_00, tierMin: 500 },
		];
		expect(priced({ quantity }, { prices })?.unitPrice).toBe(unitPrice);
	});

	test.each([
		["another plan", { billingPlan: "annual" }],
		["another segment", { segment: "education" }],
		["another market", { market: US }],
		["a time before the start", { to: day("2026-11-30") }],
		["a time after the start", { from: day("2026-12-02") }],
	] as const)("has no price if the only row is for %s", (_, price) => {
		expect(priced({}, { prices: [price] })).toBeUndefined();
	});
});

describe("a promotion", () => {
	test("[R72] takes its share from each cycle and from the first term", () => {
		const promotions = [makePromotion("ten")];
		expect(priced({ endsOn: day("2027-08-31") }, { promotions })).toMatchObject({
			unitPrice: 10_00,
			gross: 100_00,
			promotion: { id: "ten" },
			discount: 10_00,
			net: 90_00,
			firstTermTotal: 810_00,
		});
	});

	test("[R72] of a fraction of a per cent loses nothing to binary fractions", () => {
		// 26.25 × 97.6 / 100 is 25.62, and 25.619999… in floating point
		const promotions = [makePromotion("one", { term: "P1M", discountPercent: 2.4 })];
		const prices = [{ term: "P1M" as const, unitPrice: 26_25 }];
		expect(priced({ term: "P1M", quantity: 1 }, { promotions, prices })?.net).toBe(25_62);
	});

	test.each([
		["begins on the day", { from: day("2026-12-01") }, true],
		["begins a day later", { from: day("2026-12-02") }, false],
		["ends on the day", { to: day("2026-12-01") }, true],
		["ended a day before", { to: day("2026-11-30") }, false],
		["asks for as many seats", { minSeats: 10 }, true],
		["asks for one more seat", { minSeats: 11 }, false],
		["allows as many seats", { maxSeats: 10 }, true],
		["allows one seat less", { maxSeats: 9 }, false],
		["names the market", { markets: [CH, DE] }, true],
		["names other markets", { markets: [CH] }, false],
		["is for another segment", { segment: "education" }, false],
		["is for another term", { term: "P3Y" }, false],
		["is for another plan", { billingPlan: "annual" }, false],
		["is for SKUs new to CSP, as an EA renewal is", { newToCspOnly: true }, true],
	] as const)("[R72, N15] that %s applies: %j %s", (_, fields, applies) => {
		const promotions = [
			makePromotion("one", { ...fields, markets: [...("markets" in fields ? fields.markets : [])] }),
		];
		expect(priced({}, { promotions })?.promotion?.id).toBe(applies ? "one" : undefined);
	});

	test("[R72, D22] is the best of those that apply, and of equals the one with the smaller id", () => {
		const promotions = [
			makePromotion("b", { discountPercent: 15 }),
			makePromotion("c", { discountPercent: 20, maxSeats: 5 }),
			makePromotion("a", { discountPercent: 15 }),
			makePromotion("d", { discountPercent: 5 }),
		];
		expect(priced({}, { promotions })?.promotion?.id).toBe("a");
		expect(priced({ quantity: 5 }, { promotions })?.promotion?.id).toBe("c");
	});
});
