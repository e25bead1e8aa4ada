import type { CatalogueKind } from "#domain/catalogue.ts";
import { mapColumns, missingColumns } from "./agreement-columns.ts";
import { catalogueKind } from "./catalogue-kind.ts";
import { mapContractColumns, mapOrderColumns } from "./contract-columns.ts";
import { statementHeader } from "./read-statement.ts";
import type { Table } from "./table.ts";

/** What a file is, by its header. */
export type FileShape =
	| { readonly shape: "agreements" }
	| { readonly shape: "contracts" }
	| { readonly shape: "orders" }
	| { readonly shape: "statement" }
	| { readonly shape: "catalogue"; readonly kind: CatalogueKind }
	| { readonly shape: "none" };

/** A header with this many known words is taken for the flat profile, even if a needed column is still to be chosen. */
const ENOUGH_WORDS = 5;

/** @param table The first records are enough. */
export function recogniseFile(table: Table): FileShape {
	const { header } = table;
	const kind = catalogueKind(header);
	if (kind !== undefined) return { shape: "catalogue", kind };
	if (statementHeader(table) !== undefined) return { shape: "statement" };
	const order = mapOrderColumns(header);
	const isLedger = order.orderedOn !== undefined || order.usageStart !== undefined;
	if (
		isLedger &&
		order.license !== undefined &&
		order.partNumber !== undefined &&
		order.quantity !== undefined
	)
		return { shape: "orders" };
	const columns = mapColumns(header);
	const known = Object.keys(columns).length;
	const hasLines = columns.part_number !== undefined || columns.quantity !== undefined;
	if (hasLines && (missingColumns(columns).length === 0 || known >= ENOUGH_WORDS))
		return { shape: "agreements" };
	const contract = mapContractColumns(header);
	if (contract.license !== undefined && contract.organization !== undefined && contract.end !== undefined)
		return { shape: "contracts" };
	return { shape: "none" };
}
