import { type Config, readConfig } from "./config.ts";
import { FolderInUse } from "./data-folder.ts";
import { every } from "./every.ts";
import { makeLog } from "./log.ts";
import { startServer } from "./start-server.ts";

/** A request that hangs may not keep the server from ending. */
const LONGEST_FAREWELL_MS = 10_000;

// The database holds the key that signs receipts: what this process writes is for its own user.
process.umask(0o077);
const config = configOrExit();
const server = await startServer({ config, now: Date.now, every, log: makeLog(config.logLevel) }).catch(
	exitWithSentence,
);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, async () => {
		setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref();
		await server.close();
		process.exit(0);
	});
}

console.log(`Staffel runs at ${server.url}`);
if (server.setupUrl !== undefined) {
	console.log(`\nMake the operator's account, once, with this link:\n${server.setupUrl}`);
}

function configOrExit(): Config {
	try {
		return readConfig(process.env);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}

function exitWithSentence(error: unknown): never {
	if (error instanceof FolderInUse) {
		console.error(error.message);
		process.exit(1);
	}
	if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
	const { host, port } = config;
	console.error(
		`Something listens on port ${port} of ${host} already: stop it, or set STAFFEL_PORT to another port.`,
	);
	process.exit(1);
}
