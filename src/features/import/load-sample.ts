import * as v from "valibot";
import { writeRelationship } from "#document/ledger/relationships.ts";
import { REGISTRAR, SUBMITTED } from "#document/origin.ts";
import { type AppliedImport, applyImport } from "#document/plan/apply-import.ts";
import { type CatalogueRows, emptyCatalogueRows } from "#domain/catalogue.ts";
import { TenantId } from "#domain/customer.ts";
import { mergeCatalogue } from "#domain/import/merge-catalogue.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readCatalogueFile } from "#domain/import/read-catalogue-file.ts";
import type { Table } from "#domain/import/table.ts";
import { RelationshipStatus } from "#domain/verdict.ts";
import type { Session } from "#session/session.tsx";
import { decode } from "./decode.ts";

/** The team whose customers the sample shows. */
const TEAM = "nordlicht";

/** A preview adds to its market's list, so it comes last. */
const CATALOGUE_FILES = [
	"offer-matrix.csv",
	"part-number-map.csv",
	"promotions.csv",
	"price-list-DE-2026-11.csv",
	"price-list-CH-2026-11.csv",
	"price-list-US-2026-11.csv",
	"price-list-DE-2026-12-preview.csv",
] as const;

const Teams = v.object({
	partners: v.array(
		v.object({
			id: v.string(),
			customers: v.array(v.object({ tenantId: TenantId, relationship: RelationshipStatus })),
		}),
	),
});

/**
 * Fills a local workspace with the invented season of `public/sample`: one team's customers, their agreements and
 * relationships, and the whole catalogue. It is no edit of a person: undo does not take it back.
 *
 * @throws If a file of the sample cannot be fetched, which happens offline before the app is cached.
 */
export async function loadSample(session: Session): Promise<AppliedImport> {
	const [teams, agreements, catalogue] = await Promise.all([
		fetchTeams(),
		fetchTable("agreements.csv"),
		fetchCatalogue(),
	]);
	const related = teams.partners.find((team) => team.id === TEAM)?.customers ?? [];
	const tenants = new Set<string>(related.map((customer) => customer.tenantId));
	const season = readAgreementRows(agreements, { today: session.today(), newId: session.newId });

	await session.importCatalogue(catalogue);
	session.ledger.transact(() => {
		for (const { tenantId, relationship } of related)
			writeRelationship(session.ledger, { tenantId, status: relationship });
	}, REGISTRAR);
	return session.plan.transact(
		() =>
			applyImport(session.plan, {
				customers: season.customers.filter((customer) => tenants.has(customer.id)),
				agreements: season.agreements.filter((agreement) => tenants.has(agreement.customerId)),
			}),
		SUBMITTED,
	);
}

async function fetchTeams(): Promise<v.InferOutput<typeof Teams>> {
	const response = await fetchSample("partners.json");
	return v.parse(Teams, await response.json());
}

async function fetchCatalogue(): Promise<CatalogueRows> {
	const tables = await Promise.all(CATALOGUE_FILES.map(fetchTable));
	let rows = emptyCatalogueRows;
	for (const table of tables) {
		const file = readCatalogueFile(table);
		if (file !== undefined) rows = mergeCatalogue(rows, file);
	}
	return rows;
}

async function fetchTable(name: string): Promise<Table> {
	const { parseCsv } = await import("./parse-csv.ts"); // the parser is no part of the first screen
	const response = await fetchSample(name);
	const decoded = decode(new Uint8Array(await response.arrayBuffer()));
	return parseCsv(decoded.kind === "text" ? decoded.text : "");
}

async function fetchSample(name: string): Promise<Response> {
	const response = await fetch(`/sample/${name}`);
	if (!response.ok) throw new Error(`The sample file ${name} could not be loaded: ${response.status}.`);
	return response;
}
