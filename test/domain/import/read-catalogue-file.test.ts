import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { CatalogueRows, emptyCatalogueRows, makeCatalogue } from "#domain/catalogue.ts";
import { catalogueRows } from "#domain/import/catalogue-rows.ts";
import { mergeCatalogue } from "#domain/import/merge-catalogue.ts";
import { readCatalogueFile } from "#domain/import/read-catalogue-file.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

async function read(name: string) {
	const file = readCatalogueFile(await readTable(`catalogue/${name}`));
	if (file === undefined) throw new Error(`${name} is no catalogue file.`);
	return file;
}

async function readPrices(name: string) {
	const file = await read(name);
	if (file.kind !== "prices") throw new Error(`${name} is no price list.`);
	return file;
}

describe("the sample files", () => {
	test.each([
		["offer-matrix.csv", "offers", [], 70],
		["part-number-map.csv", "parts", [], 53],
		["promotions.csv", "promotions", [], 8],
		["price-list-DE-2026-11.csv", "prices", ["DE"], 308],
		["price-list-CH-2026-11.csv", "prices", ["CH"], 299],
		["price-list-US-2026-11.csv", "prices", ["US"], 298],
		["price-list-DE-2026-12-preview.csv", "prices", ["DE"], 21],
	])("%s is read as %s %j with %d rows and none rejected", async (name, kind, markets, rows) => {
		const file = await read(name);
		expect(file).toMatchObject({ kind, markets, rejected: [] });
		expect(file.rows).toHaveLength(rows);
		const stored = mergeCatalogue(emptyCatalogueRows, file);
		expect(v.parse(CatalogueRows, stored)).toEqual(stored);
	});

	test.each([
		["price-list-DE-2026-11.csv", 60, 1],
		["price-list-CH-2026-11.csv", 58, 0],
		["price-list-US-2026-11.csv", 59, 0],
	])(
		"[N23] %s has %d products; a trial is left out without a word of blame",
		async (name, products, trials) => {
			const file = await readPrices(name);
			expect(new Set(file.rows.map((row) => row.sku)).size).toBe(products - trials);
			expect(file.trials).toBe(trials);
		},
	);

	test("[N21] a SkuId gets its zeros back", async () => {
		const { rows } = await readPrices("price-list-DE-2026-11.csv");
		const powerBi = rows.filter((row) => row.title === "Power BI Pro");
		expect(new Set(powerBi.map((row) => row.sku))).toEqual(new Set(["CFQ7TTC0LHSF/0001"]));
	});

	test("[N22] days of both shapes are read, 1753 and 9999 too", async () => {
		const german = await readPrices("price-list-DE-2026-11.csv");
		const american = await readPrices("price-list-US-2026-11.csv");
		expect(german.rows[0]).toEqual({
			sku: "CFQ7TTC0LH18/0001",
			title: "Microsoft 365 Business Basic",
			market: "DE",
			currency: "EUR",
			segment: "commercial",
			term: "P1M",
			billingPlan: "monthly",
			unitPrice: 561,
			tierMin: null,
			tierMax: null,
			from: "2026-07-01",
			to: "9999-11-30",
		});
		expect(new Set(american.rows.map((row) => row.from))).toEqual(new Set(["1753-01-01", "2026-07-01"]));
	});

	test("of two ranges that overlap, both are kept", async () => {
		const { rows } = await readPrices("price-list-DE-2026-11.csv");
		const visio = rows.filter((row) => row.title === "Visio Plan 2" && row.term === "P1Y");
		const monthly = visio.filter((row) => row.billingPlan === "monthly");
		expect(monthly.map((row) => row.from).sort()).toEqual(["2026-07-01", "2026-11-01"]);
	});

	test("an offer without a maximum has the matrix's highest", async () => {
		const file = await read("offer-matrix.csv");
		const bounds =
			file.kind === "offers" ? file.rows.map((offer) => `${offer.minLicences}-${offer.maxLicences}`) : [];
		expect(new Set(bounds)).toEqual(new Set(["1-300", "1-10000000", "100-10000000"]));
	});

	test("a promotion names its markets, none for all", async () => {
		const file = await read("promotions.csv");
		const promotions = file.kind === "promotions" ? file.rows : [];
		expect(promotions[0]).toEqual({
			id: "39NFJQT1XP00:0001:39NFJQT1XA00",
			name: "Microsoft 365 E5 (no Teams), new to CSP",
			sku: "CFQ7TTC0LFLZ/X01P",
			segment: "commercial",
			markets: ["DE", "AT", "CH", "NL", "FR"],
			term: "P1Y",
			billingPlan: "monthly",
			discountPercent: 15,
			from: "2026-10-01",
			to: "2026-12-31",
			minSeats: 1,
			maxSeats: 2400,
			newToCspOnly: true,
		});
		expect(promotions[2]?.markets).toEqual([]);
		expect(promotions[4]?.maxSeats).toBe(10_000_000);
	});

	test.each(["ea/agreements.csv", "ea/contracts.csv", "ea/orders.csv", "ea/mls-pivot.csv"])(
		"%s is no catalogue file",
		async (path) => {
			expect(readCatalogueFile(await readTable(path))).toBeUndefined();
		},
	);
});

describe("a row of a price list", () => {
	const header =
		"ProductId;SkuId;TermDuration;BillingPlan;Market;Currency;UnitPrice;PricingTierRangeMin;EffectiveStartDate;EffectiveEndDate;Segment";
	test.each([
		["no product", ";1;P1Y;Annual;DE;EUR;1;;2026-07-01;2026-12-31;Commercial", "no-sku"],
		["no market", "A;1;P1Y;Annual;Germany;EUR;1;;2026-07-01;2026-12-31;Commercial", "unknown-market"],
		["a term nobody knows", "A;1;P2Y;Annual;DE;EUR;1;;2026-07-01;2026-12-31;Commercial", "unknown-term"],
		[
			"a billing plan nobody knows",
			"A;1;P1Y;Weekly;DE;EUR;1;;2026-07-01;2026-12-31;Commercial",
			"unknown-plan",
		],
		["a segment nobody knows", "A;1;P1Y;Annual;DE;EUR;1;;2026-07-01;2026-12-31;Martian", "unknown-segment"],
		["no price", "A;1;P1Y;Annual;DE;EUR;;;2026-07-01;2026-12-31;Commercial", "not-a-number"],
		[
			"a bound that is no number",
			"A;1;P1Y;Annual;DE;EUR;1;few;2026-07-01;2026-12-31;Commercial",
			"not-a-number",
		],
		["no first day", "A;1;P1Y;Annual;DE;EUR;1;;;2026-12-31;Commercial", "not-a-day"],
	])("with %s is rejected", (_, row, reason) => {
		expect(readCatalogueFile(tableOf(header, row))).toMatchObject({
			rows: [],
			rejected: [{ row: 2, reason }],
		});
	});
});

describe("mergeCatalogue", () => {
	test("[D46] a price list replaces the rows of its market and no others", async () => {
		const german = await readPrices("price-list-DE-2026-11.csv");
		const swiss = await readPrices("price-list-CH-2026-11.csv");
		const both = mergeCatalogue(mergeCatalogue(emptyCatalogueRows, german), swiss);
		const again = mergeCatalogue(both, { ...german, rows: german.rows.slice(0, 10) });
		expect(both.prices).toHaveLength(308 + 299);
		expect(again.prices).toHaveLength(10 + 299);
	});

	test("[N24] a preview adds what is new and changed, cuts what leaves, and keeps the rest", async () => {
		const list = await readPrices("price-list-DE-2026-11.csv");
		const preview = await readPrices("price-list-DE-2026-12-preview.csv");
		const before = mergeCatalogue(emptyCatalogueRows, list).prices;
		const after = mergeCatalogue({ ...emptyCatalogueRows, prices: before }, preview).prices;
		expect(after).toHaveLength(308 + 3 + 12 + 6);
		const days = (title: string) => [
			...new Set(after.filter((row) => row.title === title).map((row) => `${row.from} to ${row.to}`)),
		];
		expect(days("Planner Plan 1")).toEqual(["2026-12-01 to 9999-11-30"]);
		expect(days("Visio Plan 1")).toEqual(["1753-01-01 to 2026-12-31", "2026-07-01 to 2026-12-31"]);
		expect(days("Power BI Pro")).toContain("2026-12-01 to 9999-11-30");
		const untouched = (prices: typeof after) => prices.filter((row) => row.title === "Visio Plan 2");
		expect(untouched(after)).toEqual(untouched(before));
	});

	test("a preview that is imported twice changes nothing the second time", async () => {
		const preview = await readPrices("price-list-DE-2026-12-preview.csv");
		const once = mergeCatalogue(
			mergeCatalogue(emptyCatalogueRows, await readPrices("price-list-DE-2026-11.csv")),
			preview,
		);
		expect(mergeCatalogue(once, preview)).toEqual(once);
	});

	test.each(["offer-matrix.csv", "part-number-map.csv", "promotions.csv"])(
		"%s replaces its whole kind",
		async (name) => {
			const file = await read(name);
			const once = mergeCatalogue(emptyCatalogueRows, file);
			expect(mergeCatalogue(once, file)).toEqual(once);
		},
	);

	test("the rows come back out of the catalogue that they made", async () => {
		let rows = emptyCatalogueRows;
		for (const name of [
			"offer-matrix.csv",
			"part-number-map.csv",
			"promotions.csv",
			"price-list-US-2026-11.csv",
		])
			rows = mergeCatalogue(rows, await read(name));
		const back = catalogueRows(makeCatalogue(rows));
		const sorted = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort();
		for (const kind of ["offers", "prices", "parts", "promotions"] as const)
			expect(sorted(back[kind])).toEqual(sorted(rows[kind]));
	});
});
