import { finished, openDatabase, requested } from "./indexed-db.ts";

/** A catalogue as it lies on the device. `rows` is what the server sent or an import brought: to be parsed. */
export type StoredCatalogue = { rows: unknown; etag: string | null };

export type CatalogueCache = {
	read(): Promise<StoredCatalogue | undefined>;
	write(catalogue: StoredCatalogue): Promise<void>;
	close(): void;
};

const STORE = "catalogue";
const KEY = "current";

/** Opens a database of its own for the catalogue: one record. */
export async function openCatalogueCache(name: string): Promise<CatalogueCache> {
	const db = await openDatabase(
		name,
		(fresh) => fresh.createObjectStore(STORE),
		() => undefined,
	);
	return {
		read: () => requested(db.transaction(STORE).objectStore(STORE).get(KEY)),
		async write(catalogue) {
			const transaction = db.transaction(STORE, "readwrite");
			transaction.objectStore(STORE).put(catalogue, KEY);
			await finished(transaction);
		},
		close: () => db.close(),
	};
}

/**
 * Asks the server for its catalogue, if that is another one than ours.
 *
 * @returns `undefined` if it is the same, or the server gives none now.
 */
export async function fetchCatalogue(url: string, etag: string | null): Promise<StoredCatalogue | undefined> {
	try {
		const headers: HeadersInit = etag === null ? {} : { "If-None-Match": etag };
		// Without the browser's own cache, which would answer 200 for a 304.
		const answer = await fetch(url, { headers, cache: "no-store" });
		if (answer.status !== 200) return undefined;
		return { rows: await answer.json(), etag: answer.headers.get("ETag") };
	} catch {
		return undefined; // no network: the one on the device stands
	}
}
