import type { Kysely } from "kysely";
import * as v from "valibot";
import { type Catalogue, CatalogueRows, emptyCatalogueRows, makeCatalogue } from "#domain/catalogue.ts";
import type { CatalogueFile } from "#domain/import/catalogue-file.ts";
import { mergeCatalogue } from "#domain/import/merge-catalogue.ts";
import { readCatalogueFile } from "#domain/import/read-catalogue-file.ts";
import type { CatalogueReceipt } from "#protocol/api.ts";
import { readCsv } from "./read-csv.ts";

/** One row that holds the whole catalogue as JSON: it is read at the start and replaced with each file. */
export type CatalogueTables = { catalogue: { id: number; rows: string } };

export type CatalogueStore = Awaited<ReturnType<typeof openCatalogueStore>>;

/** Keeps the catalogue: durable in the database, ready to be asked in memory. */
export async function openCatalogueStore(db: Kysely<CatalogueTables>) {
	const stored = await db.selectFrom("catalogue").select("rows").executeTakeFirst();

	let json = stored?.rows ?? JSON.stringify(emptyCatalogueRows);
	let rows = v.parse(CatalogueRows, JSON.parse(json));
	let catalogue = rows.offers.length > 0 ? makeCatalogue(rows) : undefined;
	let lastImport: Promise<void> = Promise.resolve();

	async function add(file: CatalogueFile): Promise<void> {
		const next = mergeCatalogue(rows, file);
		const nextJson = JSON.stringify(next);
		await db
			.insertInto("catalogue")
			.values({ id: 1, rows: nextJson })
			.onConflict((conflict) => conflict.column("id").doUpdateSet({ rows: nextJson }))
			.execute();
		rows = next;
		json = nextJson;
		catalogue = rows.offers.length > 0 ? makeCatalogue(rows) : undefined;
	}

	return {
		/** `undefined` while no offer matrix has been imported: then nothing is said about support or price. */
		catalogue: (): Catalogue | undefined => catalogue,

		/** The rows as JSON; the same string as long as nothing changes. */
		json: (): string => json,

		/**
		 * Adds a file once that is durable; files are added one after the other.
		 *
		 * @returns `undefined`, and nothing changes, for a file that is none of a catalogue's or brings no row.
		 */
		async importFile(bytes: Uint8Array): Promise<CatalogueReceipt | undefined> {
			const file = readCatalogueFile(readCsv(bytes));
			if (file === undefined || file.rows.length === 0) return undefined;
			const added = lastImport.then(() => add(file));
			lastImport = added.catch(() => undefined); // Its sender is told; the next file is added all the same.
			await added;
			const rejected = file.rejected.map(({ row, reason }) => ({ row, reason }));
			return { kind: file.kind, markets: [...file.markets], rows: file.rows.length, rejected };
		},
	};
}
