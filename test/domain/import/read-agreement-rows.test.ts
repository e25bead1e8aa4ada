import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Agreement } from "#domain/agreement.ts";
import { Customer } from "#domain/customer.ts";
import { day } from "#domain/day.ts";
import type { ImportPlan } from "#domain/import/import-plan.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

const today = day("2026-11-22");
const TENANT = "d14dcc31-2684-4e4e-baa3-6434ef2510c6";

function reading() {
	let last = 0;
	return { today, newId: () => `new-${++last}` };
}

function totals({ counts, rejected }: ImportPlan) {
	const { rows, customers, agreements, lines, seats } = counts;
	return { rows, customers, agreements, lines, seats, rejected: rejected.length };
}

describe("the sample files", () => {
	test.each(["ea/agreements.csv", "ea/agreements-utf16.csv"])(
		"%s gives the expected totals",
		async (path) => {
			const plan = readAgreementRows(await readTable(path), reading());
			expect(totals(plan)).toEqual({
				rows: 90,
				customers: 25,
				agreements: 36,
				lines: 90,
				seats: 16086,
				rejected: 0,
			});
			expect(plan.questions).toEqual([]);
			expect(plan.counts).toMatchObject({ duplicates: 0, addedUp: 0, later: 0 });
		},
	);

	test("all records are those of the schemas", async () => {
		const plan = readAgreementRows(await readTable("ea/agreements.csv"), reading());
		for (const customer of plan.customers) expect(v.parse(Customer, customer)).toEqual(customer);
		for (const agreement of plan.agreements) {
			expect(JSON.stringify(v.parse(Agreement, agreement))).toBe(JSON.stringify(agreement));
		}
	});

	test.each(["day-first", "month-first"] as const)(
		"agreements-messy.csv gives the expected totals, its open day read %s",
		async (order) => {
			const table = await readTable("ea/agreements-messy.csv");
			const [question] = readAgreementRows(table, reading()).questions;
			const dateAnswers = { [question?.id ?? ""]: order };
			const plan = readAgreementRows(table, { ...reading(), dateAnswers });
			expect(totals(plan)).toEqual({
				rows: 98,
				customers: 25,
				agreements: 37,
				lines: 91,
				seats: 16126,
				rejected: 4,
			});
			expect(plan.counts.duplicates).toBe(3);
			const asked = plan.agreements.find((agreement) => agreement.number === "86240999");
			expect(asked?.endsOn).toBe(order === "day-first" ? "2027-04-03" : "2027-03-04");
		},
	);

	test("agreements-messy.csv asks about one day; its row waits for the answer", async () => {
		const plan = readAgreementRows(await readTable("ea/agreements-messy.csv"), reading());
		expect(plan.questions).toEqual([
			{
				id: "agreement_end_date/86240999/03/04/2027",
				value: "03/04/2027",
				column: "Vertragsende",
				agreement: "86240999",
				customer: "Kessler Medizintechnik GmbH",
				readings: { "day-first": "2027-04-03", "month-first": "2027-03-04" },
				rows: [99],
			},
		]);
		expect(plan.counts).toMatchObject({ agreements: 36, lines: 90, seats: 16086 });
	});

	test("[D34] agreements-messy.csv says of each rejected row where it stands and why", async () => {
		const { rejected } = readAgreementRows(await readTable("ea/agreements-messy.csv"), reading());
		expect(rejected).toEqual([
			{
				row: 73,
				reason: "short-row",
				text: `Hansewerk Logistik AG · ${TENANT} · hansewerk.example`,
			},
			{ row: 101, reason: "negative-quantity", column: "Anzahl", text: "-25" },
			{ row: 102, reason: "no-csp-region", column: "Land", text: "Atlantis" },
			{ row: 105, reason: "total-row", text: "Summe · 16.086" },
		]);
	});

	test("but for the open agreement, the messy file gives what the clean one gives", async () => {
		const clean = readAgreementRows(await readTable("ea/agreements.csv"), reading());
		const messy = readAgreementRows(await readTable("ea/agreements-messy.csv"), reading());
		const essence = ({ agreements }: ImportPlan) =>
			agreements.map(({ enrollmentNumber, lines, ...rest }) => ({
				...rest,
				enrollmentNumber: enrollmentNumber?.padStart(7, "0"),
				lines: lines.map(({ description, ...line }) => line),
			}));
		expect(essence(messy)).toEqual(essence(clean));
		expect(messy.customers).toEqual(clean.customers);
	});
});

const HEADER = "customer_name;customer_tenant_id;customer_country;agreement_number;agreement_end_date";
const WIDE = `${HEADER};part_number;quantity;segment;ept_status`;

describe("one row", () => {
	test.each([
		["a tenant that is none", `A;nobody;DE;1;2027-01-31;P;5;;`, "not-a-tenant", "customer_tenant_id"],
		[
			"a country outside of CSP",
			`A;${TENANT};Atlantis;1;2027-01-31;P;5;;`,
			"no-csp-region",
			"customer_country",
		],
		["no agreement number", `A;${TENANT};DE;;2027-01-31;P;5;;`, "no-agreement", "agreement_number"],
		["no customer", `;;DE;1;2027-01-31;P;5;;`, "no-customer", "customer_name"],
		["no end", `A;${TENANT};DE;1;;P;5;;`, "no-end-date", "agreement_end_date"],
		["an end that is no day", `A;${TENANT};DE;1;2027-02-30;P;5;;`, "not-a-day", "agreement_end_date"],
		["no part number", `A;${TENANT};DE;1;2027-01-31;;5;;`, "no-part-number", "part_number"],
		["no quantity", `A;${TENANT};DE;1;2027-01-31;P;;;`, "no-quantity", "quantity"],
		["half a seat", `A;${TENANT};DE;1;2027-01-31;P;5.5;;`, "not-a-number", "quantity"],
		["a segment nobody knows", `A;${TENANT};DE;1;2027-01-31;P;5;Martian;`, "unknown-segment", "segment"],
		[
			"an EPT status nobody knows",
			`A;${TENANT};DE;1;2027-01-31;P;5;;maybe`,
			"unknown-ept-status",
			"ept_status",
		],
		[
			"a part number without end",
			`A;${TENANT};DE;1;2027-01-31;${"P".repeat(65)};5;;`,
			"too-long",
			"part_number",
		],
	])("with %s is rejected", (_, row, reason, column) => {
		const plan = readAgreementRows(tableOf(WIDE, row), reading());
		expect(plan.agreements).toEqual([]);
		expect(plan.rejected).toMatchObject([{ row: 2, reason, column }]);
	});

	test("that breaks off is rejected with its beginning", () => {
		const plan = readAgreementRows(tableOf(WIDE, `A;${TENANT};DE;1`), reading());
		expect(plan.rejected).toEqual([{ row: 2, reason: "short-row", text: `A · ${TENANT} · DE` }]);
	});

	test("may break off behind the last column that is needed", () => {
		const plan = readAgreementRows(tableOf(WIDE, `A;${TENANT};DE;1;2027-01-31;P;5`), reading());
		expect(plan.counts).toMatchObject({ lines: 1, seats: 5 });
	});

	test("[D37] of a second row contradicts the first one's end and is left out", () => {
		const rows = [`A;${TENANT};DE;1;2027-01-31;P;5;;`, `A;${TENANT};DE;1;2027-02-28;Q;7;;`];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.counts).toMatchObject({ agreements: 1, lines: 1, seats: 5 });
		expect(plan.rejected).toEqual([
			{ row: 3, reason: "contradiction", column: "agreement_end_date", text: "2027-02-28" },
		]);
	});
});

describe("several rows", () => {
	test("[D35] alike in every cell count once", () => {
		const row = `A;${TENANT};DE;1;2027-01-31;P;5;;`;
		const plan = readAgreementRows(tableOf(WIDE, row, row, row), reading());
		expect(plan.counts).toMatchObject({ rows: 3, duplicates: 2, lines: 1, seats: 5 });
	});

	test("[D36] of one part number add up to one line", () => {
		const rows = [`A;${TENANT};DE;1;2027-01-31;P;5;;`, `A;${TENANT};DE;1;2027-01-31;p;7;;`];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.counts).toMatchObject({ lines: 1, seats: 12, addedUp: 1 });
	});

	test("of one part number in two segments make two lines; the commercial one keeps the bare key", () => {
		const rows = [
			`A;${TENANT};DE;1;2027-01-31;P;5;Education;`,
			`A;${TENANT};DE;1;2027-01-31;P;7;Commercial;`,
		];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.agreements[0]?.lines).toMatchObject([
			{ segment: "education", quantity: 5, discriminator: "education" },
			{ segment: "commercial", quantity: 7 },
		]);
		expect(plan.agreements[0]?.lines[1]).not.toHaveProperty("discriminator");
	});

	test("without a tenant are one customer by name, with a random id", () => {
		const rows = ["Äpfel AG;;DE;1;2027-01-31;P;5;;", "apfel  ag;;DE;2;2027-01-31;P;5;;"];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.customers).toEqual([{ id: "new-1", name: "Äpfel AG", country: "DE" }]);
		expect(plan.agreements.map((agreement) => agreement.id)).toEqual(["new-1/1", "new-1/2"]);
	});

	test("[D38] decide together how slashed days are meant", () => {
		const rows = [`A;${TENANT};DE;1;03/04/2027;P;5;;`, `A;${TENANT};DE;2;04/30/2027;P;5;;`];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.questions).toEqual([]);
		expect(plan.agreements.map((agreement) => agreement.endsOn)).toEqual(["2027-03-04", "2027-04-30"]);
	});

	test("of one agreement ask once", () => {
		const rows = [`A;${TENANT};DE;1;03/04/2027;P;5;;`, `A;${TENANT};DE;1;03/04/2027;Q;5;;`];
		const plan = readAgreementRows(tableOf(WIDE, ...rows), reading());
		expect(plan.questions).toMatchObject([{ agreement: "1", rows: [2, 3] }]);
	});
});

test("a column that a person chooses is read instead of the one its header names", () => {
	const table = tableOf(`${HEADER};Teil;Stück`, `A;${TENANT};DE;1;2027-01-31;P-1;5`);
	const mapping = {
		customer_tenant_id: 1,
		agreement_number: 3,
		agreement_end_date: 4,
		part_number: 5,
		quantity: 6,
	};
	const plan = readAgreementRows(table, { ...reading(), mapping });
	expect(plan.agreements[0]?.lines).toMatchObject([{ partNumber: "P-1", quantity: 5 }]);
	expect(plan.weak).toEqual(["segment", "eptStatus"]);
});
