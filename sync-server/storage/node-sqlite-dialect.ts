import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";

/** Statements kept ready; a server runs some dozens of different ones. */
const MAX_PREPARED = 300;

/**
 * Kysely over the SQLite that comes with Node.
 *
 * There is one connection. Kysely lends it to one transaction at a time, because the adapter says that SQLite
 * has no second one.
 */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
	const connection = connectTo(database);
	return {
		createAdapter: () => new SqliteAdapter(),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler(),
		createDriver: () => ({
			init: async () => {},
			acquireConnection: async () => connection,
			releaseConnection: async () => {},
			// "immediate" takes the write lock now, so that no transaction fails halfway for want of it.
			beginTransaction: (on) => run(on, "begin immediate"),
			commitTransaction: (on) => run(on, "commit"),
			rollbackTransaction: (on) => run(on, "rollback"),
			destroy: async () => database.close(),
		}),
	};
}

type Prepared = { readonly statement: StatementSync; readonly hasRows: boolean };

async function run(on: DatabaseConnection, sql: string): Promise<void> {
	await on.executeQuery(CompiledQuery.raw(sql));
}

function connectTo(database: DatabaseSync): DatabaseConnection {
	const prepared = new Map<string, Prepared>();

	function prepare(sql: string): Prepared {
		const known = prepared.get(sql);
		if (known !== undefined) return known;
		if (prepared.size >= MAX_PREPARED) prepared.clear();
		const statement = database.prepare(sql);
		const made = { statement, hasRows: statement.columns().length > 0 };
		prepared.set(sql, made);
		return made;
	}

	return {
		async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
			const values = parameters as readonly SQLInputValue[]; // only this server's own queries come here
			const { statement, hasRows } = prepare(sql);
			if (hasRows) return { rows: statement.all(...values) as R[] };
			const { changes, lastInsertRowid } = statement.run(...values);
			return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
		},
		// biome-ignore lint/correctness/useYield: nothing here streams; refusing says so.
		async *streamQuery() {
			throw new Error("The SQLite of this server does not stream query results: select in pages.");
		},
	};
}
