import { countryByName } from "#domain/country-by-name.ts";
import type { CountryCode } from "#domain/partner.ts";
import { type AgreementField, type ColumnMapping, mapColumns } from "./agreement-columns.ts";
import { type DateColumns, makeDateColumns } from "./date-columns.ts";
import { type Contradiction, makeGathering, type RowFacts } from "./gather-agreements.ts";
import type { ImportPlan, ReadOptions, WeakField } from "./import-plan.ts";
import { readWhole } from "./read-number.ts";
import { readTenantId } from "./read-tenant-id.ts";
import { type Fault, type RejectedRow, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";
import { agreementStatusOf, eptStatusOf, segmentOf } from "./words.ts";

const DATE_FIELDS = ["agreement_end_date", "ept_opt_out_date", "coverage_end_date"] as const;

/** Columns that only some exports of this shape have. */
const WEAK = [
	["segment", "segment"],
	["ept_status", "eptStatus"],
] as const satisfies readonly (readonly [AgreementField, WeakField])[];

const FIELD_BY_CONTRADICTION: Readonly<Record<Contradiction, AgreementField>> = {
	country: "customer_country",
	endsOn: "agreement_end_date",
	eptStatus: "ept_status",
	status: "agreement_status",
};

/**
 * Reads the flat profile: one row for each line of an agreement (domain.md 4.3).
 *
 * @param options.mapping Which column is what; without one the header words decide.
 * @source D34 to D41; RULES.md, section "Import"
 */
export function readAgreementRows(
	table: Table,
	options: ReadOptions & { readonly mapping?: ColumnMapping },
): ImportPlan {
	const mapping = options.mapping ?? mapColumns(table.header);
	const rows = [...dataRows(table)];
	const dates = makeDateColumns({
		header: table.header,
		rows,
		mapping,
		fields: DATE_FIELDS,
		answers: options.dateAnswers,
	});
	const gathering = makeGathering(options.newId);
	const rejected: RejectedRow[] = [];
	const seen = new Set<string>();

	for (const { row, cells } of rows) {
		const text = cells.join("\u001f");
		if (seen.has(text)) continue;
		seen.add(text);
		const facts = readRow(row, cells, mapping, dates);
		if (facts === "asked") continue;
		const fault = "reason" in facts ? facts : contradictionFault(gathering.add(facts));
		if (fault !== undefined) {
			const { field, ...rest } = fault;
			const index = field === undefined ? undefined : mapping[field];
			const at = index === undefined ? {} : { column: table.header[index] ?? "", text: cells[index] ?? "" };
			rejected.push(rejectedRow(row, cells, { ...rest, ...at }));
		}
	}

	const customers = gathering.customers();
	const agreements = gathering.agreements();
	const lines = agreements.flatMap((agreement) => agreement.lines);
	return {
		customers,
		agreements,
		counts: {
			rows: rows.length,
			customers: customers.length,
			agreements: agreements.length,
			lines: lines.length,
			seats: lines.reduce((sum, line) => sum + line.quantity, 0),
			duplicates: rows.length - seen.size,
			addedUp: gathering.addedUp(),
			later: 0,
		},
		rejected,
		questions: dates.questions(),
		weak: WEAK.flatMap(([field, weak]) => (mapping[field] === undefined ? [weak] : [])),
	};
}

type RowFault = Pick<Fault, "reason"> & { readonly field?: AgreementField };

/** One row as facts, or its first fault from left to right of the profile, or `"asked"` while a day is open. */
function readRow(
	row: number,
	cells: readonly string[],
	mapping: ColumnMapping,
	dates: DateColumns<(typeof DATE_FIELDS)[number]>,
): RowFacts | RowFault | "asked" {
	const cell = (field: AgreementField) => cells[mapping[field] ?? -1]?.trim() ?? "";
	const optional = (field: AgreementField) => cell(field) || undefined;

	const number = cell("agreement_number") || cell("enrollment_number");
	const tenant = cell("customer_tenant_id");
	const name = cell("customer_name");
	if (number === "" && tenant === "") return { reason: "total-row" };
	if (isShort(cells, mapping)) return { reason: "short-row" };
	if (number === "") return { reason: "no-agreement", field: "agreement_number" };
	if (name === "" && tenant === "") return { reason: "no-customer", field: "customer_name" };
	const tenantId = readTenantId(tenant);
	if (tenant !== "" && tenantId === undefined) return { reason: "not-a-tenant", field: "customer_tenant_id" };
	const country = readCountry(cell("customer_country"));
	if (country === "none") return { reason: "no-csp-region", field: "customer_country" };

	const partNumber = cell("part_number").toUpperCase();
	if (partNumber === "") return { reason: "no-part-number", field: "part_number" };
	for (const [field, text, most] of [
		["customer_name", name, 300],
		["agreement_number", number, 64],
		["part_number", partNumber, 64],
	] as const)
		if (text.length > most) return { reason: "too-long", field };
	const quantity = readWhole(cell("quantity"));
	if (cell("quantity") === "") return { reason: "no-quantity", field: "quantity" };
	if (quantity === undefined) return { reason: "not-a-number", field: "quantity" };
	if (quantity < 0) return { reason: "negative-quantity", field: "quantity" };
	const segment = segmentOf(cell("segment"));
	if (segment === undefined && cell("segment") !== "") return { reason: "unknown-segment", field: "segment" };
	const eptStatus = eptStatusOf(cell("ept_status"));
	if (eptStatus === undefined && cell("ept_status") !== "")
		return { reason: "unknown-ept-status", field: "ept_status" };

	if (cell("agreement_end_date") === "") return { reason: "no-end-date", field: "agreement_end_date" };
	const days = dates.read(row, cells, { agreement: number, customer: name || tenant });
	if (days.kind === "asked") return "asked";
	if (days.kind === "fault") return { reason: "not-a-day", field: days.field };
	const endsOn = days.days.agreement_end_date;
	if (endsOn === undefined) return { reason: "no-end-date", field: "agreement_end_date" };

	const usage = cell("usage_country");
	return {
		customer: {
			tenantId,
			name: name || undefined,
			domain: optional("customer_domain")?.toLowerCase(),
			country,
		},
		agreement: {
			number,
			enrollmentNumber: optional("enrollment_number"),
			program: optional("program"),
			endsOn,
			eptStatus,
			eptOptOutOn: days.days.ept_opt_out_date,
			status: cell("agreement_status") === "" ? undefined : agreementStatusOf(cell("agreement_status")),
		},
		line: {
			partNumber,
			description: cell("product_description").replace(/\s+/g, " "),
			quantity,
			segment,
			usageCountry: (countryByName(usage) ?? usage) || undefined,
			coverageEndsOn: days.days.coverage_end_date,
		},
	};
}

/** A row that breaks off before a column without which it makes no line. */
function isShort(cells: readonly string[], mapping: ColumnMapping): boolean {
	const needed = [mapping.agreement_end_date, mapping.part_number, mapping.quantity];
	return needed.some((index) => index !== undefined && index >= cells.length);
}

function readCountry(text: string): CountryCode | undefined | "none" {
	return text === "" ? undefined : (countryByName(text) ?? "none");
}

function contradictionFault(field: Contradiction | undefined): RowFault | undefined {
	return field === undefined ? undefined : { reason: "contradiction", field: FIELD_BY_CONTRADICTION[field] };
}
