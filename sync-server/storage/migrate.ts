import { readdirSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";

const FOLDER = new URL("./migrations/", import.meta.url);

/**
 * Brings a database to this version's form: every numbered file of `migrations` that it has not seen, in order,
 * each in a transaction of its own.
 *
 * @throws If a newer version has written the database: what that changed is unknown here.
 */
export function migrate(database: DatabaseSync): void {
	const files = readdirSync(FOLDER)
		.filter((name) => name.endsWith(".sql"))
		.sort();
	const latest = Math.max(...files.map(numberOf));
	const current = versionOf(database);
	if (current > latest) {
		throw new Error(
			`The database has version ${current}, this server knows versions up to ${latest}: start the newer server, or restore a backup of the older one.`,
		);
	}
	for (const file of files.filter((name) => numberOf(name) > current)) {
		const sql = readFileSync(new URL(file, FOLDER), "utf8");
		database.exec(`begin immediate; ${sql}; pragma user_version = ${numberOf(file)}; commit;`);
	}
}

function numberOf(file: string): number {
	return Number(file.slice(0, 4));
}

function versionOf(database: DatabaseSync): number {
	return Number(database.prepare("pragma user_version").get()?.user_version);
}
