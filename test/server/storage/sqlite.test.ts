import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "../../../sync-server/storage/sqlite.ts";
import { makeTempFolder } from "../../support/temp-folder.ts";

let folder: ReturnType<typeof makeTempFolder>;
let path: string;

beforeEach(() => {
	folder = makeTempFolder();
	path = join(folder.path, "staffel.db");
});

afterEach(() => folder.remove());

test("keeps what was written when the file is opened again", async () => {
	const first = openSqlite(path);
	await first.storage.transaction((tx) => tx.addKey({ keyId: "1", privateKeyPem: "one" }));
	await first.close();
	const second = openSqlite(path);
	expect(await second.storage.key()).toEqual({ keyId: "1", privateKeyPem: "one" });
	await second.close();
});

test("refuses a database that a newer version has written, with a sentence", async () => {
	await openSqlite(path).close();
	const database = new DatabaseSync(path);
	database.exec("pragma user_version = 9999");
	database.close();
	expect(() => openSqlite(path)).toThrow("The database has version 9999, this server knows versions up to");
});

test("writes ahead and syncs every commit to the disk", async () => {
	const opened = openSqlite(path);
	const { db } = opened;
	const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
	const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
	expect([journal.rows[0]?.journal_mode, synchronous.rows[0]?.synchronous]).toEqual(["wal", 2]);
	await opened.close();
});

test("lends its one connection to a transaction of other tables, and the storage waits for it", async () => {
	const opened = openSqlite(path);
	const seen: string[] = [];
	await Promise.all([
		opened.db.transaction().execute(async (tx) => {
			await tx.insertInto("signing_keys").values({ key_id: "1", private_key_pem: "one" }).execute();
			seen.push("other tables");
		}),
		opened.storage.key().then((key) => seen.push(`storage sees ${key?.keyId}`)),
	]);
	expect(seen).toEqual(["other tables", "storage sees 1"]);
	await opened.close();
});
