import { readFileSync } from "node:fs";
import * as v from "valibot";
import { emptyCatalogueRows, makeCatalogue } from "#domain/catalogue.ts";
import { TenantId } from "#domain/customer.ts";
import { day } from "#domain/day.ts";
import { mergeCatalogue } from "#domain/import/merge-catalogue.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readCatalogueFile } from "#domain/import/read-catalogue-file.ts";
import { Partner } from "#domain/partner.ts";
import { RelationshipStatus } from "#domain/verdict.ts";
import { readTable } from "./read-table.ts";

/** The day from which the fixtures are seen. */
export const SEASON_DAY = day("2026-11-22");

/** The catalogue of November 2026: offer matrix, part numbers, promotions, the price lists of DE, CH and US. */
export async function seasonCatalogue() {
	let rows = emptyCatalogueRows;
	for (const name of [
		"offer-matrix",
		"part-number-map",
		"promotions",
		"price-list-DE-2026-11",
		"price-list-CH-2026-11",
		"price-list-US-2026-11",
	]) {
		const file = readCatalogueFile(await readTable(`catalogue/${name}.csv`));
		if (file === undefined) throw new Error(`${name}.csv is no catalogue file.`);
		rows = mergeCatalogue(rows, file);
	}
	return makeCatalogue(rows);
}

/** Customers and agreements of `ea/agreements.csv`. */
export async function seasonPlan() {
	const table = await readTable("ea/agreements.csv");
	return readAgreementRows(table, { today: SEASON_DAY, newId: () => crypto.randomUUID() });
}

const Team = v.object({
	...Partner.entries,
	customers: v.array(v.object({ tenantId: TenantId, relationship: RelationshipStatus })),
});

/** The three teams of `partners.json`. */
export function seasonTeams(): v.InferOutput<typeof Team>[] {
	const text = readFileSync(new URL("../fixtures/partners.json", import.meta.url), "utf8");
	return v.parse(v.object({ partners: v.array(Team) }), JSON.parse(text)).partners;
}
