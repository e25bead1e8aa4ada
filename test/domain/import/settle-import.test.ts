import { describe, expect, test } from "vitest";
import type { Agreement } from "#domain/agreement.ts";
import type { Customer, CustomerId } from "#domain/customer.ts";
import { day } from "#domain/day.ts";
import { compareImport } from "#domain/import/compare-import.ts";
import type { ImportPlan } from "#domain/import/import-plan.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readContracts } from "#domain/import/read-contracts.ts";
import { type Existing, type SettledImport, settleImport } from "#domain/import/settle-import.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

let last = 0;
const reading = { today: day("2026-11-22"), newId: () => `new-${++last}` };
const nothing: Existing = { customers: new Map(), agreements: new Map() };
const TENANT = "d14dcc31-2684-4e4e-baa3-6434ef2510c6";

async function flat(path = "ea/agreements.csv"): Promise<ImportPlan> {
	return readAgreementRows(await readTable(path), reading);
}

async function contracts(): Promise<ImportPlan> {
	return readContracts(await readTable("ea/contracts.csv"), await readTable("ea/orders.csv"), reading);
}

/** What a plan holds after an import was applied to it. */
function applied(settled: SettledImport, before: Existing = nothing): Existing {
	return {
		customers: new Map<string, Customer>([
			...before.customers,
			...settled.customers.map((one) => [one.id, one] as const),
		]),
		agreements: new Map<string, Agreement>([
			...before.agreements,
			...settled.agreements.map((one) => [one.id, one] as const),
		]),
	};
}

describe("a second import", () => {
	test.each([
		["agreements.csv", flat],
		["contracts.csv and orders.csv", contracts],
	])("[D41] of %s changes nothing", async (_, read) => {
		const existing = applied(settleImport(await read(), nothing));
		const changes = compareImport(settleImport(await read(), existing), existing);
		expect(changes.customers).toEqual({ new: 0, changed: 0, unchanged: 25 });
		expect(changes.agreements).toEqual({ new: 0, changed: 0, unchanged: 36 });
		expect(changes.linesGone).toBe(0);
	});

	test("of the same agreements from a spreadsheet that ate zeros keeps the zeros", async () => {
		const existing = applied(settleImport(await flat(), nothing));
		const after = applied(settleImport(await flat("ea/agreements-messy.csv"), existing), existing);
		const numbers = [...after.agreements.values()].map((agreement) => agreement.enrollmentNumber);
		expect(numbers).toContain("0227209");
		expect(numbers).not.toContain("227209");
	});

	test("tells what is new, changed and gone", async () => {
		const header = "Mandanten-ID;Kunde;Vertragsnummer;Vertragsende;Part number;Anzahl";
		const first = readAgreementRows(
			tableOf(
				header,
				`${TENANT};A;1;31.01.2027;P;5`,
				`${TENANT};A;1;31.01.2027;Q;5`,
				`${TENANT};A;2;31.01.2027;P;5`,
			),
			reading,
		);
		const second = readAgreementRows(
			tableOf(
				header,
				`${TENANT};A;1;31.01.2027;P;6`,
				`${TENANT};A;2;31.01.2027;P;5`,
				`${TENANT};A;3;31.01.2027;P;5`,
			),
			reading,
		);
		const existing = applied(settleImport(first, nothing));
		const changes = compareImport(settleImport(second, existing), existing);
		expect(changes.customers).toEqual({ new: 0, changed: 0, unchanged: 1 });
		expect(changes.agreements).toEqual({ new: 1, changed: 1, unchanged: 1 });
		expect(changes.linesGone).toBe(1);
	});
});

describe("contracts and orders after agreements.csv", () => {
	test("find every agreement by its enrolment and leave it as it is", async () => {
		const existing = applied(settleImport(await flat(), nothing));
		const settled = settleImport(await contracts(), existing);
		const changes = compareImport(settled, existing);
		expect(changes.agreements).toEqual({ new: 0, changed: 0, unchanged: 36 });
		expect(changes.customers).toEqual({ new: 0, changed: 25, unchanged: 0 });
		expect(settled.customers[0]).toMatchObject({ name: "Druckhaus Lechner GmbH & Co. KG", city: "Nürnberg" });
	});

	test("[D45] know no segment: public sector lines stay public sector", async () => {
		const existing = applied(settleImport(await flat(), nothing));
		const { agreements } = settleImport(await contracts(), existing);
		const county = agreements.find((agreement) => agreement.number === "89120550");
		expect(county?.lines.map((line) => line.segment)).toEqual(["government", "government"]);
	});
});

describe("agreements.csv after contracts and orders", () => {
	test("[D43] brings tenants and agreement numbers to the records that stand, under their ids", async () => {
		const existing = applied(settleImport(await contracts(), nothing));
		const after = applied(settleImport(await flat(), existing), existing);
		expect(after.customers.size).toBe(25);
		expect(after.agreements.size).toBe(36);
		expect([...after.customers.values()].every((customer) => customer.tenantId !== undefined)).toBe(true);
		expect([...after.agreements.values()].map((agreement) => agreement.number)).toContain("01-07311");
	});
});

describe("a customer without a tenant", () => {
	const file = (name: string) =>
		readContracts(
			tableOf("License ID;Organization;End date", `0042;${name};1/31/2027`),
			tableOf("License ID;Part number;Quantity", "0042;P;5"),
			reading,
		);
	const customer = (id: string, name: string, tenantId?: string) =>
		({ id, name, ...(tenantId === undefined ? {} : { tenantId }) }) as Customer;
	const holding = (...customers: Customer[]): Existing => ({
		customers: new Map(customers.map((one) => [one.id, one])),
		agreements: new Map(),
	});

	test("[D42] is found by its name", () => {
		const settled = settleImport(file("Hansewerk"), holding(customer(TENANT, "HANSEWERK", TENANT)));
		expect(settled.customers).toEqual([{ id: TENANT, name: "HANSEWERK", tenantId: TENANT }]);
		expect(settled.agreements[0]).toMatchObject({ id: `${TENANT}/0042`, customerId: TENANT });
	});

	test("is not found by a name that two have", () => {
		const settled = settleImport(file("A"), holding(customer("one", "A"), customer("two", "A")));
		expect(settled.found.size).toBe(0);
		expect(settled.customers[0]?.id).toMatch(/^new-/);
	});

	test("is the one that a person chooses", () => {
		const plan = file("Hansewerk");
		const id = plan.customers[0]?.id as CustomerId;
		const choices = new Map([[id, TENANT as CustomerId]]);
		const settled = settleImport(plan, holding(customer(TENANT, "Other words", TENANT)), choices);
		expect(settled.customers).toEqual([{ id: TENANT, name: "Other words", tenantId: TENANT }]);
		expect(settled.agreements[0]).toMatchObject({ id: `${TENANT}/0042`, customerId: TENANT });
	});

	test("is a new one if a person says so", () => {
		const plan = file("Hansewerk");
		const id = plan.customers[0]?.id as CustomerId;
		const existing = holding(customer(TENANT, "Hansewerk", TENANT));
		const settled = settleImport(plan, existing, new Map([[id, null]]));
		expect(settled.customers[0]?.id).toBe(id);
	});
});
