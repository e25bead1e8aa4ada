import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOfDayMs } from "#domain/day.ts";
import { readConfig } from "./config.ts";
import { every } from "./every.ts";
import { makeLog } from "./log.ts";
import { OPERATOR, readSeason, seedSeason } from "./season.ts";
import { startServer } from "./start-server.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const sampleDir = "public/sample";

const dataDir = mkdtempSync(join(tmpdir(), "staffel-demo-"));
const config = { ...readConfig(process.env), dataDir };
const { asOf } = readSeason(sampleDir);
// The sample is seen from one day; on another its agreements would have run out. The time of day is today's.
const aheadMs = startOfDayMs(asOf) - Math.floor(Date.now() / DAY_MS) * DAY_MS;
const now = () => Date.now() + aheadMs;

const server = await startServer({ config, now, every, log: makeLog(config.logLevel) });

for (const signal of ["SIGINT", "SIGTERM"] as const) {
	process.once(signal, async () => {
		await server.close();
		rmSync(dataDir, { recursive: true, force: true });
		process.exit(0);
	});
}

const password = randomBytes(9).toString("base64url");
const teams = await seedSeason(server.parts, { sampleDir, nowMs: now(), password });

console.log(`The demo runs at ${server.url} and thinks it is ${asOf}. It keeps nothing when it ends.`);
console.log(`Everybody signs in with the password ${password}\n`);
for (const { name, members } of teams) {
	console.log(name);
	for (const member of members) console.log(`  ${member.email.padEnd(34)} ${member.roles.join(", ")}`);
}
console.log(`Operator\n  ${OPERATOR.email}`);
