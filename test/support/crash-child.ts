import { openSqlite } from "../../sync-server/storage/sqlite.ts";
import { makeMember } from "./memory-client.ts";
import { DE, TENANT } from "./nouns.ts";
import { startSocketServer } from "./socket-server.ts";
import { openSyncCore } from "./sync-core.ts";

/*
 * A whole sync server in a process of its own, to be killed: `node crash-child.ts <database>`.
 * It says its address in one line. The members are `anna` of partner A and `boris` of partner B; both partners
 * serve the customer, so that they meet at its subscriptions.
 */

const [path = ""] = process.argv.slice(2);
const core = await openSyncCore({ storage: openSqlite(path).storage });
if ((await core.storage.partners()).length === 0) {
	await core.addPartner({ id: "a", name: "A" });
	await core.addPartner({ id: "b", name: "B" });
	await core.storage.transaction(async (tx) => {
		await tx.addTenants([{ tenantId: TENANT, name: "Weserstahl AG", country: DE, broughtBy: "a" }]);
		await tx.putRelationships(
			["a", "b"].map((partnerId) => ({ tenantId: TENANT, partnerId, status: "active" })),
		);
	});
}
await core.registrar.judgeUnjudged();
const server = await startSocketServer(core, {
	members: new Map([
		["anna", makeMember("a", { userId: "anna" })],
		["boris", makeMember("b", { userId: "boris" })],
	]),
});
process.stdout.write(`${server.url}\n`);
