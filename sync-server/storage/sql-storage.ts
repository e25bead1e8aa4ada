import type { Kysely } from "kysely";
import { makeSqlReader } from "./sql-reader.ts";
import { compileAppend, makeSqlWriter } from "./sql-writer.ts";
import type { Storage } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** The storage over any database that Kysely speaks to and that has the tables of `migrations`. */
export function makeSqlStorage(db: Kysely<Tables>): Storage {
	const appendQuery = compileAppend(db);
	return {
		...makeSqlReader(db),
		transaction: (work) => db.transaction().execute((tx) => work(makeSqlWriter(tx, appendQuery))),
	};
}
