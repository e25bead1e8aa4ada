import { existsSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../sync-server/config.ts";
import { every } from "../../sync-server/every.ts";
import { makeLog } from "../../sync-server/log.ts";
import { seedSeason } from "../../sync-server/season.ts";
import { startServer } from "../../sync-server/start-server.ts";

// The real server, as a process of its own that a test can kill, on the sample's day and, when asked, with its teams.

const config = readConfig(process.env);
const aheadMs = Number(process.env.E2E_AHEAD_MS ?? 0);
const seedPassword = process.env.E2E_SEED_PASSWORD;
const now = () => Date.now() + aheadMs;

const isNew = !existsSync(join(config.dataDir, "staffel.db"));
const server = await startServer({
	config,
	now,
	every,
	log: makeLog(config.logLevel),
	signInsPerMinute: 1000,
});
if (isNew && seedPassword !== undefined) {
	await seedSeason(server.parts, { sampleDir: "public/sample", nowMs: now(), password: seedPassword });
}
console.log(JSON.stringify({ url: server.url, setupUrl: server.setupUrl ?? null }));

process.once("SIGTERM", async () => {
	await server.close();
	process.exit(0);
});

// The test that started it may itself be killed: its end of this pipe closes then.
process.stdin.on("end", () => process.exit(1)).resume();
