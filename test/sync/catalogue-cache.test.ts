import { afterEach, expect, test } from "vitest";
import { fetchCatalogue, openCatalogueCache } from "#sync/catalogue-cache.ts";

const names: string[] = [];
afterEach(() => {
	for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

test("a catalogue stays on the device with its tag", async () => {
	const name = `catalogue-${crypto.randomUUID()}`;
	names.push(name);
	const cache = await openCatalogueCache(name);
	expect(await cache.read()).toBeUndefined();
	await cache.write({ rows: { offers: [] }, etag: '"1"' });
	cache.close();
	const again = await openCatalogueCache(name);
	expect(await again.read()).toEqual({ rows: { offers: [] }, etag: '"1"' });
	again.close();
});

test("a server's catalogue comes once; the same tag brings nothing, and neither does a missing network", async () => {
	const url = "/test/fixtures/partners.json"; // any file that a server gives with a tag
	const first = await fetchCatalogue(url, null);
	expect(first?.rows).toHaveProperty("partners");
	expect(first?.etag).toBeTruthy();
	expect(await fetchCatalogue(url, first?.etag ?? "")).toBeUndefined();
	expect(await fetchCatalogue("http://127.0.0.1:9/none", null)).toBeUndefined();
});
