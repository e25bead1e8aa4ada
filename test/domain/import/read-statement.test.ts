import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { compareStatement } from "#domain/import/compare-statement.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readStatement } from "#domain/import/read-statement.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

describe("mls-pivot.csv", () => {
	test("gives the expected totals, its day and its customer", async () => {
		const statement = readStatement(await readTable("ea/mls-pivot.csv"));
		expect(statement).toMatchObject({
			customerName: "Hansewerk Logistik AG",
			asOf: "2026-11-20",
			count: 15,
			seats: 2180,
			rejected: [{ row: 25, reason: "total-row" }],
		});
		expect(statement?.rows[0]).toEqual({
			row: 11,
			product: "Teams Phone Standard",
			seats: 144,
			country: "DE",
		});
	});

	test("agrees with the lines of the customer, product by product", async () => {
		const statement = readStatement(await readTable("ea/mls-pivot.csv"));
		const options = { today: day("2026-11-22"), newId: () => "new" };
		const plan = readAgreementRows(await readTable("ea/agreements.csv"), options);
		const customer = plan.customers.find((one) => one.name === statement?.customerName);
		const agreements = plan.agreements.filter((agreement) => agreement.customerId === customer?.id);
		const products = statement === undefined ? [] : compareStatement(statement, agreements);
		expect(products).toHaveLength(14);
		for (const { statement: said, plan: planned } of products) expect(said).toBe(planned);
	});
});

test("a product that only one side has stands alone", () => {
	const table = tableOf("License Product Family;Effective License Quantity", "Visio;3");
	const statement = readStatement(table);
	expect(statement && compareStatement(statement, [])).toEqual([
		{ product: "Visio", statement: 3, plan: undefined },
	]);
});

test("an agreement export is no statement", async () => {
	expect(readStatement(await readTable("ea/agreements.csv"))).toBeUndefined();
});
