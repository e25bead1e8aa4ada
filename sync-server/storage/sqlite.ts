import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { migrate } from "./migrate.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { makeSqlStorage } from "./sql-storage.ts";
import type { Storage } from "./storage.ts";
import type { Tables } from "./tables.ts";

export type OpenSqlite = {
	readonly storage: Storage;
	/** The same connection, for other tables; `db.withTables<…>()` names them. */
	readonly db: Kysely<Tables>;
	close(): Promise<void>;
};

/**
 * Opens the database file and makes it if it is not there.
 *
 * Every commit reaches the disk before it counts (`synchronous = FULL`).
 *
 * @param path File path, or `:memory:`.
 * @throws If a newer version of the server has written the file, or it is no database.
 */
export function openSqlite(path: string): OpenSqlite {
	const database = new DatabaseSync(path);
	database.exec(
		"pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000;",
	);
	migrate(database);
	const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
	// Kysely closes nothing that it never used; closing twice is an error of node:sqlite.
	return { storage: makeSqlStorage(db), db, close: async () => database.close() };
}
