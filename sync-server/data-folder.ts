import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another server works on the folder. Its message is a sentence for people. */
export class FolderInUse extends Error {
	constructor(dataDir: string) {
		super(
			`Another server works on the folder ${dataDir} already: stop it, or set STAFFEL_DATA to another folder.`,
		);
	}
}

const SQLITE_BUSY = 5;

/**
 * Keeps a folder for this server. A second one would not see what the first writes, and would put acknowledged
 * updates where no load finds them.
 *
 * The lock is one of SQLite on an empty file beside the database, which stays free for whoever copies it. The
 * operating system lets go of it however the process ends.
 *
 * @returns Lets go of the folder.
 * @throws `FolderInUse`
 */
export function holdFolder(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const lock = new DatabaseSync(join(dataDir, "in-use"));
	try {
		lock.exec("begin exclusive");
	} catch (error) {
		lock.close();
		const isBusy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
		throw isBusy ? new FolderInUse(dataDir) : error;
	}
	return () => lock.close();
}
