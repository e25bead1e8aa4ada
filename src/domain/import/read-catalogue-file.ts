import type { CatalogueFile } from "./catalogue-file.ts";
import { catalogueKind } from "./catalogue-kind.ts";
import { type CatalogueRow, makeCells } from "./catalogue-row.ts";
import { readOffer } from "./read-offer.ts";
import { readPartMapping } from "./read-part-mapping.ts";
import { readPrices } from "./read-prices.ts";
import { readPromotion } from "./read-promotion.ts";
import { type RejectedRow, rejectedRow } from "./rejected-row.ts";
import { dataRows, type Table } from "./table.ts";

/**
 * Reads an offer matrix, a market's price list or its preview, a part number map, or promotions.
 *
 * @returns `undefined` for a file that is none of these.
 * @source domain.md 6.1, 6.2; RULES.md, section "Import"
 */
export function readCatalogueFile(table: Table): CatalogueFile | undefined {
	const kind = catalogueKind(table.header);
	switch (kind) {
		case undefined:
			return undefined;
		case "prices":
			return readPrices(table);
		case "offers":
			return { kind, markets: [], ...readRows(table, readOffer) };
		case "parts":
			return { kind, markets: [], ...readRows(table, readPartMapping) };
		case "promotions":
			return { kind, markets: [], ...readRows(table, readPromotion) };
	}
}

function readRows<T extends object>(
	table: Table,
	read: (row: CatalogueRow) => T | RejectedRow["reason"],
): { rows: T[]; rejected: RejectedRow[] } {
	const cellsOf = makeCells(table.header);
	const rows: T[] = [];
	const rejected: RejectedRow[] = [];
	for (const { row, cells } of dataRows(table)) {
		const result = read(cellsOf(cells));
		if (typeof result === "string") rejected.push(rejectedRow(row, cells, { reason: result }));
		else rows.push(result);
	}
	return { rows, rejected };
}
