import { type Config, readConfig } from "./config.ts";
import { every } from "./every.ts";
import { makeLog } from "./log.ts";
import { startServer } from "./start-server.ts";

const config = configOrExit();
const server = await startServer({ config, now: Date.now, every, log: makeLog(config.logLevel) });

console.log(`Staffel runs at ${server.url}`);
if (server.setupUrl !== undefined) {
	console.log(`\nMake the operator's account, once, with this link:\n${server.setupUrl}`);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, async () => {
		await server.close();
		process.exit(0);
	});
}

function configOrExit(): Config {
	try {
		return readConfig(process.env);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
