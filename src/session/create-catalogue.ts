import { type Accessor, createSignal } from "solid-js";
import * as v from "valibot";
import { CatalogueRows, emptyCatalogueRows } from "#domain/catalogue.ts";
import { type CatalogueCache, fetchCatalogue } from "#sync/catalogue-cache.ts";

/** The catalogue on this device; `refresh` asks the server for a newer one, `replace` is an import's. */
export type CatalogueOnDevice = {
	rows: Accessor<CatalogueRows>;
	refresh(url: string): Promise<void>;
	replace(rows: Partial<CatalogueRows>): Promise<void>;
};

/**
 * Keeps the rows of the catalogue: from the device at once, from the server when it has others.
 *
 * What does not parse counts as no catalogue, and is fetched again.
 */
export async function openCatalogue(cache: CatalogueCache): Promise<CatalogueOnDevice> {
	const stored = await cache.read();
	const known = parseRows(stored?.rows);
	let etag = known === undefined ? null : (stored?.etag ?? null);
	const [rows, setRows] = createSignal(known ?? emptyCatalogueRows);

	return {
		rows,
		async refresh(url) {
			const fresh = await fetchCatalogue(url, etag);
			const parsed = parseRows(fresh?.rows);
			if (fresh === undefined || parsed === undefined) return;
			etag = fresh.etag;
			setRows(parsed);
			await cache.write({ rows: parsed, etag });
		},
		async replace(replaced) {
			const next = { ...rows(), ...replaced };
			await cache.write({ rows: next, etag: null });
			setRows(next);
		},
	};
}

function parseRows(rows: unknown): CatalogueRows | undefined {
	const parsed = v.safeParse(CatalogueRows, rows);
	return parsed.success ? parsed.output : undefined;
}
