import { afterEach, expect, test } from "vitest";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { compactLog } from "#sync/compact-log.ts";
import { openPersistence } from "#sync/persist.ts";

const names: string[] = [];
afterEach(() => {
	for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

function freshName(): string {
	const name = `stock-${crypto.randomUUID()}`;
	names.push(name);
	return name;
}

async function withOurs<T>(name: string, use: (doc: Y.Doc) => T): Promise<T> {
	const doc = new Y.Doc();
	const persistence = await openPersistence(name, doc, () => undefined);
	const result = use(doc);
	await persistence.close();
	return result;
}

async function withStock<T>(name: string, use: (doc: Y.Doc) => T): Promise<T> {
	const doc = new Y.Doc();
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	const result = use(doc);
	// Its writes are transactions of their own that it does not wait for; reading behind them does.
	await persistence.get("none");
	await new Promise((resolve) => setTimeout(resolve, 50));
	await persistence.destroy();
	return result;
}

const write = (key: string) => (doc: Y.Doc) => void doc.getMap("things").set(key, { by: key });
const read = (doc: Y.Doc) => doc.getMap("things").toJSON();

test("the stock package opens a database that ours has written, compacted or not", async () => {
	const name = freshName();
	await withOurs(name, write("one"));
	await withOurs(name, write("two"));
	expect(await withStock(name, read)).toEqual({ one: { by: "one" }, two: { by: "two" } });
	await compactLog(name, Number.MAX_SAFE_INTEGER);
	expect(await withStock(name, read)).toEqual({ one: { by: "one" }, two: { by: "two" } });
});

test("ours opens a database that the stock package has written, and both go on with it in turn", async () => {
	const name = freshName();
	await withStock(name, write("stock"));
	expect(await withOurs(name, read)).toEqual({ stock: { by: "stock" } });
	await withOurs(name, write("ours"));
	await withStock(name, write("stock again"));
	expect(Object.keys(await withOurs(name, read)).sort()).toEqual(["ours", "stock", "stock again"]);
});
