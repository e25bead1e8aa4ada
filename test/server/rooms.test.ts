import { describe, expect, test } from "vitest";
import { makeMemoryStorage } from "../../sync-server/storage/memory.ts";
import type { Storage } from "../../sync-server/storage/storage.ts";
import { contentOf, joinedClient, settle } from "../support/memory-client.ts";
import { makeMortalStorage } from "../support/mortal-storage.ts";
import { openSyncCore } from "../support/sync-core.ts";
import { importSeason } from "../support/team.ts";

const HALF_A_MINUTE = 30_000;

/** A storage that counts loads and fails as many as it is told to. */
function countingStorage() {
	const inner = makeMemoryStorage();
	const seen = { loads: 0, failures: 0 };
	const storage: Storage = {
		...inner,
		async load(id) {
			seen.loads += 1;
			await new Promise(setImmediate);
			if (seen.failures-- > 0) throw new Error("disk gone");
			return inner.load(id);
		},
	};
	return { storage, seen };
}

describe("opening", () => {
	test("everybody who asks at once waits for one load and gets one room", async () => {
		const { storage, seen } = countingStorage();
		const core = await openSyncCore({ storage });
		const { plan } = await core.addPartner();
		const rooms = await Promise.all([1, 2, 3].map(() => core.rooms.open(plan)));
		expect(new Set(rooms).size).toBe(1);
		expect(seen.loads).toBe(1);
	});

	test("a failed load leaves nothing behind: the next one begins anew", async () => {
		const { storage, seen } = countingStorage();
		const core = await openSyncCore({ storage });
		const { plan } = await core.addPartner();
		seen.failures = 1;
		await expect(core.rooms.open(plan)).rejects.toThrow("disk gone");
		expect((await core.rooms.open(plan)).document).toEqual(plan);
	});
});

describe("tidying", () => {
	test("lets go of a room that nobody has used for half a minute, and it comes back whole", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		importSeason(anna.doc);
		await settle(core, anna);
		anna.disconnect();
		await core.rooms.settled();
		core.clock.ms += HALF_A_MINUTE;
		await core.rooms.tidy();
		expect(core.rooms.count()).toBe(0);
		expect(contentOf(await joinedClient(core, plan))).toEqual(contentOf(anna));
	});

	test("keeps a room with somebody in it, and one that was used just now", async () => {
		const core = await openSyncCore();
		const { plan, ledger } = await core.addPartner();
		await joinedClient(core, plan);
		core.clock.ms += HALF_A_MINUTE;
		(await joinedClient(core, ledger)).disconnect();
		await core.rooms.tidy();
		expect(core.rooms.count()).toBe(2);
	});

	test("makes one snapshot of a long log; what comes after follows it", async () => {
		const core = await openSyncCore();
		const { plan, planId } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		const edit = async (count: number) => {
			for (let i = 0; i < count; i++) anna.doc.getMap("meta").set(`key-${i}`, i);
			await settle(core, anna);
		};
		await edit(250);
		await core.rooms.tidy();
		expect((await core.storage.load(planId)).snapshot).toBe(undefined);
		core.clock.ms += HALF_A_MINUTE;
		await core.rooms.tidy();
		await edit(3);
		const { snapshot, updates } = await core.storage.load(planId);
		expect([snapshot?.seq, updates.map(({ seq }) => seq)]).toEqual([250, [251, 252, 253]]);
		const reopened = await openSyncCore({ storage: core.storage });
		expect(contentOf(await joinedClient(reopened, plan))).toEqual(contentOf(anna));
		expect(contentOf(await joinedClient(core, plan))).toEqual(contentOf(anna));
	});

	test("compacts a busy room too when its log grows without end", async () => {
		const core = await openSyncCore();
		const { plan, planId } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		for (let i = 0; i < 5001; i++) anna.doc.getMap("meta").set("key", i);
		await settle(core, anna);
		await core.rooms.tidy();
		expect((await core.storage.load(planId)).snapshot?.seq).toBe(5001);
	});
});

describe("tidying that fails", () => {
	test("for one room is tried again, and the others are tidied all the same", async () => {
		const { storage, failOnce } = makeMortalStorage(makeMemoryStorage());
		const core = await openSyncCore({ storage });
		const plans = [
			(await core.addPartner({ id: "rheinblick" })).plan,
			(await core.addPartner({ id: "nordlicht" })).plan,
		];
		for (const plan of plans) {
			const client = await joinedClient(core, plan);
			for (let i = 0; i < 250; i++) client.doc.getMap("meta").set("count", i);
			await settle(core, client);
		}
		const rows = async () =>
			await Promise.all(plans.map(async ({ id }) => (await storage.load(id)).updates.length));
		core.clock.ms += HALF_A_MINUTE;
		failOnce();
		await core.rooms.tidy();
		expect(await rows()).toEqual([250, 0]);
		await core.rooms.tidy();
		expect(await rows()).toEqual([0, 0]);
	});
});

describe("an order that fails", () => {
	test("is told to who gave it, and nobody else is touched", async () => {
		const core = await openSyncCore();
		const { plan } = await core.addPartner();
		const anna = await joinedClient(core, plan);
		await expect(core.addPartner()).rejects.toThrow();
		importSeason(anna.doc);
		await settle(core, anna);
		expect(anna.closedWith).toBe(undefined);
		expect(await core.storage.partners()).toHaveLength(1);
	});
});
