import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Agreement } from "#domain/agreement.ts";
import { day } from "#domain/day.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readContracts } from "#domain/import/read-contracts.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

function reading(today = "2026-11-22") {
	let last = 0;
	return { today: day(today), newId: () => `new-${++last}` };
}

describe("contracts.csv and orders.csv", () => {
	test("give the expected totals", async () => {
		const contracts = await readTable("ea/contracts.csv");
		const plan = readContracts(contracts, await readTable("ea/orders.csv"), reading());
		expect(plan.counts).toEqual({
			rows: 36 + 207,
			customers: 25,
			agreements: 36,
			lines: 90,
			seats: 16086,
			duplicates: 0,
			addedUp: 207 - 90,
			later: 0,
		});
		expect(plan.orderRows).toBe(207);
		expect(plan.rejected).toEqual([]);
		expect(plan.questions).toEqual([]);
		for (const agreement of plan.agreements) expect(v.parse(Agreement, agreement)).toEqual(agreement);
	});

	test("give the seats, ends and statuses of agreements.csv, enrolment by enrolment", async () => {
		const contracts = await readTable("ea/contracts.csv");
		const plan = readContracts(contracts, await readTable("ea/orders.csv"), reading());
		const flat = readAgreementRows(await readTable("ea/agreements.csv"), reading());
		const essence = (agreements: readonly Agreement[]) =>
			agreements
				.map(({ enrollmentNumber, endsOn, status, lines }) => ({
					enrollmentNumber,
					endsOn,
					status,
					lines: lines.map(({ partNumber, description, quantity, usageCountry }) => ({
						partNumber,
						description,
						quantity,
						usageCountry,
					})),
				}))
				.sort((a, b) => ((a.enrollmentNumber ?? "") < (b.enrollmentNumber ?? "") ? -1 : 1));
		expect(essence(plan.agreements)).toEqual(essence(flat.agreements));
	});

	test("tell the extended term and, by its programme, education", async () => {
		const contracts = await readTable("ea/contracts.csv");
		const plan = readContracts(contracts, await readTable("ea/orders.csv"), reading());
		const extended = plan.agreements.filter((agreement) => agreement.eptStatus === "in-ept");
		expect(extended.map((agreement) => agreement.number).sort()).toEqual(["0179316", "0211410", "7616183"]);
		const school = plan.agreements.find((agreement) => agreement.number === "6021244");
		expect(school?.lines.map((line) => line.segment)).toEqual(["education", "education"]);
		const customer = plan.customers.find((one) => one.id === school?.customerId);
		expect(customer).toEqual({
			id: school?.customerId,
			name: "Hochschule Wendland",
			country: "DE",
			city: "Lüchow",
		});
	});

	test("[N17] count up to today only", async () => {
		const contracts = await readTable("ea/contracts.csv");
		const plan = readContracts(contracts, await readTable("ea/orders.csv"), reading("2024-12-31"));
		expect(plan.counts.later).toBeGreaterThan(0);
		expect(plan.counts.seats).toBeLessThan(16086);
	});
});

const CONTRACTS = "License ID;Organization;Location;Parent Program;End date;Status";
const ORDERS = "License ID;Usage start date;Part number;Product description;Quantity;Country";

describe("orders", () => {
	const contracts = tableOf(CONTRACTS, "007;A;Bonn, Germany;Enterprise Agreement;1/31/2027;Active");

	test("[N17] are a ledger: what was given back is taken off", () => {
		const orders = tableOf(ORDERS, "007;1/31/2025;P;Thing;10;Germany", "007;2/28/2025;P;Thing;-4;Germany");
		const plan = readContracts(contracts, orders, reading());
		expect(plan.agreements[0]?.lines).toEqual([
			{ partNumber: "P", description: "Thing", quantity: 6, segment: "commercial", usageCountry: "DE" },
		]);
	});

	test("that give back more than there is are rejected", () => {
		const orders = tableOf(ORDERS, "007;1/31/2025;P;Thing;10;Germany", "007;2/28/2025;P;Thing;-14;Germany");
		const plan = readContracts(contracts, orders, reading());
		expect(plan.counts.lines).toBe(0);
		expect(plan.rejected).toMatchObject([{ row: 2, reason: "negative-sum", file: "orders" }]);
	});

	test("of a contract that is not there are rejected", () => {
		const orders = tableOf(ORDERS, "008;1/31/2025;P;Thing;10;Germany");
		const plan = readContracts(contracts, orders, reading());
		expect(plan.rejected).toEqual([
			{ row: 2, reason: "unknown-contract", column: "License ID", text: "008", file: "orders" },
		]);
	});

	test("with a day that can be read in two ways ask only if it decides whether they count", () => {
		const orders = tableOf(ORDERS, "007;3/4/2025;P;Thing;10;Germany", "007;12/11/2026;Q;Thing;10;Germany");
		const plan = readContracts(contracts, orders, reading());
		expect(plan.questions).toMatchObject([{ value: "12/11/2026", agreement: "007" }]);
	});
});

test("a contract whose end can be read in two ways waits for the answer, with its orders", () => {
	const contracts = tableOf(CONTRACTS, "007;A;Bonn, Germany;Enterprise Agreement;3/4/2027;Active");
	const orders = tableOf(ORDERS, "007;1/31/2025;P;Thing;10;Germany");
	const asked = readContracts(contracts, orders, reading());
	expect(asked.agreements).toEqual([]);
	expect(asked.rejected).toEqual([]);
	const dateAnswers = { [asked.questions[0]?.id ?? ""]: "month-first" as const };
	const plan = readContracts(contracts, orders, { ...reading(), dateAnswers });
	expect(plan.agreements).toMatchObject([{ endsOn: "2027-03-04", lines: [{ quantity: 10 }] }]);
});

test.each([
	["no License ID", ";A;Bonn, Germany;EA;1/31/2027;Active", "total-row"],
	["no organisation", "1;;Bonn, Germany;EA;1/31/2027;Active", "no-customer"],
	["a country outside of CSP", "1;A;Poseidonis, Atlantis;EA;1/31/2027;Active", "no-csp-region"],
	["no end", "1;A;Bonn, Germany;EA;;Active", "no-end-date"],
	["an end that is no day", "1;A;Bonn, Germany;EA;soon;Active", "not-a-day"],
])("a contract with %s is rejected", (_, row, reason) => {
	const plan = readContracts(tableOf(CONTRACTS, row), tableOf(ORDERS), reading());
	expect(plan.rejected).toMatchObject([{ row: 2, reason, file: "contracts" }]);
});
