import { countryByName } from "#domain/country-by-name.ts";
import type { CountryCode } from "#domain/partner.ts";
import { type ContractField, mapContractColumns } from "./contract-columns.ts";
import { type DateColumns, makeDateColumns } from "./date-columns.ts";
import { makeGathering, type RowFacts } from "./gather-agreements.ts";
import type { ImportPlan, ReadOptions } from "./import-plan.ts";
import { readOrders } from "./read-orders.ts";
import { type RejectedRow, type RejectionReason, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";
import { agreementStatusOf } from "./words.ts";

type ContractFacts = Omit<RowFacts, "line"> | "asked";

/**
 * Reads the two exports of the admin center together, joined on the License ID (domain.md 4.2).
 *
 * Neither knows a tenant or an agreement number: the License ID stands in for the number, and `settleImport` finds
 * the customer.
 *
 * @source N18, D40; RULES.md, section "Import"
 */
export function readContracts(
	contracts: Table,
	orders: Table,
	options: ReadOptions,
): ImportPlan & { readonly orderRows: number } {
	const mapping = mapContractColumns(contracts.header);
	const rows = [...dataRows(contracts)];
	const dates = makeDateColumns({
		header: contracts.header,
		rows,
		mapping,
		fields: ["end"],
		answers: options.dateAnswers,
	});
	const agreementByLicense = new Map<string, ContractFacts>();
	const rejected: RejectedRow[] = [];
	const seen = new Set<string>();

	for (const { row, cells } of rows) {
		const text = cells.join("\u001f");
		if (seen.has(text)) continue;
		seen.add(text);
		const read = readContract(row, cells, mapping, dates);
		if ("license" in read && !agreementByLicense.has(read.license)) {
			agreementByLicense.set(read.license, read.facts);
			continue;
		}
		const { reason, field } =
			"reason" in read ? read : ({ reason: "contradiction", field: "license" } as const);
		const index = field === undefined ? undefined : mapping[field];
		const at = index === undefined ? {} : { column: contracts.header[index] ?? "", text: cells[index] ?? "" };
		rejected.push({ ...rejectedRow(row, cells, { reason, ...at }), file: "contracts" });
	}

	const ledger = readOrders(orders, new Set(agreementByLicense.keys()), options);
	const gathering = makeGathering(options.newId);
	for (const [license, facts] of agreementByLicense) {
		if (facts === "asked") continue;
		const lines = ledger.linesByLicense.get(license) ?? [undefined];
		for (const line of lines) gathering.add({ ...facts, line });
	}
	const customers = gathering.customers();
	const agreements = gathering.agreements();
	const lines = agreements.flatMap((agreement) => agreement.lines);
	return {
		customers,
		agreements,
		counts: {
			rows: rows.length + ledger.rows,
			customers: customers.length,
			agreements: agreements.length,
			lines: lines.length,
			seats: lines.reduce((sum, line) => sum + line.quantity, 0),
			duplicates: rows.length - seen.size + ledger.duplicates,
			addedUp: ledger.addedUp,
			later: ledger.later,
		},
		orderRows: ledger.rows,
		rejected: [...rejected, ...ledger.rejected],
		questions: [...dates.questions(), ...ledger.questions],
		weak: ["segment", "eptStatus", "program"],
	};
}

/** One contract under its License ID, or its first fault; `"asked"` while its end is open. */
function readContract(
	row: number,
	cells: readonly string[],
	mapping: { readonly [field in ContractField]?: number },
	dates: DateColumns<"end">,
):
	| { readonly license: string; readonly facts: ContractFacts }
	| { readonly reason: RejectionReason; readonly field?: ContractField } {
	const cell = (field: ContractField) => cells[mapping[field] ?? -1]?.trim() ?? "";
	const license = cell("license");
	const name = cell("organization");
	if (license === "") return { reason: "total-row" };
	if (cells.length <= (mapping.end ?? 0)) return { reason: "short-row" };
	if (license.length > 64) return { reason: "too-long", field: "license" };
	if (name === "") return { reason: "no-customer", field: "organization" };
	if (name.length > 300) return { reason: "too-long", field: "organization" };
	const place = readLocation(cell("location"));
	if (place === "none") return { reason: "no-csp-region", field: "location" };
	if (cell("end") === "") return { reason: "no-end-date", field: "end" };
	const days = dates.read(row, cells, { agreement: license, customer: name });
	if (days.kind === "asked") return { license, facts: "asked" };
	const endsOn = days.kind === "days" ? days.days.end : undefined;
	if (endsOn === undefined) return { reason: "not-a-day", field: "end" };

	const status = cell("status") === "" ? undefined : agreementStatusOf(cell("status"));
	const agreement = {
		number: license,
		enrollmentNumber: license,
		program: cell("program") || undefined,
		endsOn,
		eptStatus: status === "extended" ? ("in-ept" as const) : undefined,
		status,
	};
	return { license, facts: { customer: { name, ...place }, agreement } };
}

/** `Nürnberg, Germany`: the last part names the country. */
function readLocation(text: string): { city?: string; country?: CountryCode } | "none" {
	const comma = text.lastIndexOf(",");
	const last = text.slice(comma + 1).trim();
	if (last === "") return {};
	const country = countryByName(last);
	if (country === undefined) return "none";
	const city = comma === -1 ? "" : text.slice(0, comma).trim();
	return city === "" ? { country } : { city, country };
}
