import type { Offer } from "#domain/catalogue.ts";
import { type CatalogueRow, readCountries, readSku } from "./catalogue-row.ts";
import { readWhole } from "./read-number.ts";
import type { RejectionReason } from "./rejected-row.ts";

/** What the matrix writes out where it names the highest number of licences; an empty cell says no less. */
export const NO_MAXIMUM = 10_000_000;

/** Reads a row of the offer matrix (domain.md 6.2), or why it is none. */
export function readOffer(row: CatalogueRow): Offer | RejectionReason {
	const sku = readSku(row);
	const minLicences = readWhole(row("MinLicenses") || "1");
	const maxLicences = readWhole(row("MaxLicenses") || String(NO_MAXIMUM));
	const countries = readCountries(
		row("AllowedCountries")
			.split(/[;,\s]+/)
			.filter((code) => code !== ""),
	);
	if (sku === undefined) return "no-sku";
	if (minLicences === undefined || maxLicences === undefined) return "not-a-number";
	if (countries === undefined) return "unknown-market";
	return {
		sku,
		title: row("SkuTitle") || row("ProductTitle"),
		provisioningId: row("ProvisioningId"),
		provisioningString: row("ProvisioningString"),
		minLicences,
		maxLicences,
		countries,
	};
}
