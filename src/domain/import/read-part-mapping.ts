import type { PartMapping } from "#domain/catalogue.ts";
import { type CatalogueRow, readSku } from "./catalogue-row.ts";
import type { RejectionReason } from "./rejected-row.ts";

/** Reads a row of the part number map: an EA part number and the SKU that continues it (R23). */
export function readPartMapping(row: CatalogueRow): PartMapping | RejectionReason {
	const partNumber = row("PartNumber").toUpperCase();
	const sku = readSku(row);
	if (partNumber === "") return "no-part-number";
	return sku === undefined ? "no-sku" : { partNumber, sku };
}
