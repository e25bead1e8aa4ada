import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { compactIfDue } from "#sync/compact.ts";
import { compactLog } from "#sync/compact-log.ts";
import { requested } from "#sync/indexed-db.ts";
import { openPersistence, type Persistence, type StorageState } from "#sync/persist.ts";
import { appendEntry, openUpdateLog, readEntriesAfter } from "#sync/update-log.ts";
import { makeRandom } from "../support/random.ts";

type Tab = { doc: Y.Doc; map: Y.Map<unknown>; persistence: Persistence; states: StorageState[] };

const tabs: Tab[] = [];
const names: string[] = [];

afterEach(async () => {
	for (const tab of tabs.splice(0)) await tab.persistence.close();
	for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
});

function freshName(): string {
	const name = `persist-${crypto.randomUUID()}`;
	names.push(name);
	return name;
}

/** What a browser tab does; several of them in one page share the database and the channel as tabs do. */
async function openTab(name: string): Promise<Tab> {
	const doc = new Y.Doc();
	const states: StorageState[] = [];
	const persistence = await openPersistence(name, doc, (state) => states.push(state));
	const tab = { doc, map: doc.getMap("things"), persistence, states };
	tabs.push(tab);
	return tab;
}

async function closeTab(tab: Tab): Promise<void> {
	tabs.splice(tabs.indexOf(tab), 1);
	await tab.persistence.close();
}

async function entriesOf(name: string): Promise<readonly Uint8Array[]> {
	const db = await openUpdateLog(name, () => undefined);
	const { entries } = await readEntriesAfter(db, 0);
	db.close();
	return entries;
}

/** Bytes that no disk can compress. */
function noise(sizeBytes: number): Uint8Array {
	const bytes = new Uint8Array(sizeBytes);
	for (let at = 0; at < sizeBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
	return bytes;
}

async function fill(db: IDBDatabase): Promise<void> {
	for (;;) {
		const [result] = await Promise.allSettled([appendEntry(db, noise(100_000), Number.MAX_SAFE_INTEGER)]);
		if (result.status === "rejected") return;
	}
}

/** Chromium's storage buckets: databases that share a quota of their own. */
type Buckets = {
	open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>;
	delete(name: string): Promise<void>;
};

async function withSmallDisk(quota: number, use: () => Promise<void>): Promise<void> {
	const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
	const bucket = await storageBuckets.open("small", { quota });
	const usual = globalThis.indexedDB;
	const useFactory = (value: IDBFactory) =>
		Object.defineProperty(globalThis, "indexedDB", { value, configurable: true });
	useFactory(bucket.indexedDB);
	try {
		await use();
	} finally {
		useFactory(usual);
		await storageBuckets.delete("small");
	}
}

describe("a document on this device", () => {
	test("comes back as it was", async () => {
		const name = freshName();
		const tab = await openTab(name);
		tab.map.set("a", 1);
		tab.map.set("b", { seats: 2 });
		await closeTab(tab);
		const again = await openTab(name);
		expect(again.map.toJSON()).toEqual({ a: 1, b: { seats: 2 } });
		expect(again.persistence.loaded()).toBe(true);
	});

	test("does not grow by being opened", async () => {
		const name = freshName();
		const tab = await openTab(name);
		tab.map.set("a", 1);
		await closeTab(tab);
		for (let n = 0; n < 3; n++) await closeTab(await openTab(name));
		expect((await entriesOf(name)).length).toBe(1);
	});

	test("gathers what is typed quickly into one entry", async () => {
		const name = freshName();
		const tab = await openTab(name);
		for (let n = 0; n < 100; n++) tab.map.set("a", n);
		await tab.persistence.flush();
		expect((await entriesOf(name)).length).toBe(1);
	});

	test("reaches the other tabs, small changes and large ones", async () => {
		const name = freshName();
		const [one, two] = [await openTab(name), await openTab(name)];
		one.map.set("small", 1);
		await one.persistence.flush();
		one.map.set("large", "x".repeat(200_000));
		await one.persistence.flush();
		two.map.set("back", 1);
		await two.persistence.flush();
		await expect.poll(() => Object.keys(two.map.toJSON()).sort()).toEqual(["back", "large", "small"]);
		await expect.poll(() => one.map.get("back")).toBe(1);
	});
});

describe("three tabs that write at the same time, with compactions between", () => {
	test.each([1, 2, 3])("hold the same in the end and lose nothing (seed %i)", async (seed) => {
		const random = makeRandom(seed);
		const name = freshName();
		const three = [await openTab(name), await openTab(name), await openTab(name)];
		const rounds = 40;
		await Promise.all(
			three.map(async (tab, index) => {
				for (let round = 0; round < rounds; round++) {
					for (let n = 0; n < 20; n++) tab.map.set(`${index}/${round}/${n}`, round);
					if (random.chance(0.5)) await tab.persistence.flush();
					if (random.chance(0.2)) await compactLog(name, tab.persistence.log().upTo);
					await new Promise((resolve) => setTimeout(resolve, random.below(20)));
				}
				await tab.persistence.flush();
			}),
		);
		const whole = three.length * rounds * 20;
		for (const tab of three) await expect.poll(() => tab.map.size).toBe(whole);
		const fresh = await openTab(name);
		expect(fresh.map.size).toBe(whole);
		expect(fresh.map.toJSON()).toEqual(three[0]?.map.toJSON());
	});
});

describe("compaction", () => {
	test("leaves one entry and forgets what was overwritten", async () => {
		const name = freshName();
		const tab = await openTab(name);
		for (let n = 0; n < 10; n++) {
			tab.map.set("a", "x".repeat(1_000));
			await tab.persistence.flush();
		}
		const merged = await compactLog(name, tab.persistence.log().upTo);
		const entries = await entriesOf(name);
		expect([entries.length, entries[0]?.length]).toEqual([1, merged]);
		expect(merged).toBeLessThan(2_000);
	});

	test("keeps what was written after the key it was asked for", async () => {
		const name = freshName();
		const tab = await openTab(name);
		const write = async (key: string) => {
			tab.map.set(key, 1);
			await tab.persistence.flush();
		};
		await write("a");
		await write("b");
		const { upTo } = tab.persistence.log();
		await write("c");
		await compactLog(name, upTo);
		expect((await entriesOf(name)).length).toBe(2);
		expect((await openTab(name)).map.toJSON()).toEqual({ a: 1, b: 1, c: 1 });
	});

	test("runs in a worker when the log has grown", async () => {
		const name = freshName();
		const tab = await openTab(name);
		tab.map.set("a", 1);
		await tab.persistence.flush();
		await compactIfDue(name, tab.persistence);
		expect((await entriesOf(name)).length).toBe(1);
		tab.map.set("a", "x".repeat(100_000));
		await tab.persistence.flush();
		await compactIfDue(name, tab.persistence);
		expect((await entriesOf(name)).length).toBe(1);
		expect(tab.persistence.log().laterBytes).toBe(0);
		expect((await openTab(name)).map.get("a")).toHaveLength(100_000);
	});
});

describe("a device that does not keep what is typed", () => {
	test("says that its disk is full, keeps the batch, and stores it when there is room", async () => {
		await withSmallDisk(3_000_000, async () => {
			const tab = await openTab("plan");
			const filler = await openUpdateLog("filler", () => undefined);
			await fill(filler);
			tab.map.set("before", 1);
			await tab.persistence.flush();
			tab.map.set("large", noise(400_000));
			await tab.persistence.flush();
			tab.map.set("after", 1);
			await tab.persistence.flush();
			expect(tab.persistence.state()).toEqual({ state: "failed", reason: "full" });
			filler.close();
			await requested(indexedDB.deleteDatabase("filler"));
			await expect.poll(() => tab.persistence.state().state, { timeout: 10_000 }).toBe("ok");
			expect(Object.keys((await openTab("plan")).map.toJSON()).sort()).toEqual(["after", "before", "large"]);
			for (const open of [...tabs]) await closeTab(open);
		});
	});

	test("says that its database has vanished and writes everything anew", async () => {
		const name = freshName();
		const tab = await openTab(name);
		tab.map.set("old", 1);
		await tab.persistence.flush();
		indexedDB.deleteDatabase(name);
		await expect.poll(() => tab.persistence.state()).toEqual({ state: "failed", reason: "vanished" });
		tab.map.set("new", 1);
		await tab.persistence.flush();
		expect(tab.persistence.state().state).toBe("ok");
		expect((await openTab(name)).map.toJSON()).toEqual({ old: 1, new: 1 });
	});

	test("says that its database is blocked and merges what it holds later", async () => {
		const name = freshName();
		const before = await openTab(name);
		before.map.set("stored", 1);
		await closeTab(before);
		// Another page that holds an old connection while a newer version of the database is asked for.
		const holder = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => resolve(opening.result);
		});
		const upgrade = indexedDB.open(name, 2);
		upgrade.onsuccess = () => upgrade.result.close();
		const tab = await openTab(name);
		expect(tab.persistence.state()).toEqual({ state: "failed", reason: "blocked" });
		expect(tab.persistence.loaded()).toBe(false);
		tab.map.set("typed", 1);
		holder.close();
		await expect.poll(() => tab.persistence.state().state, { timeout: 5_000 }).toBe("ok");
		await expect.poll(() => tab.map.toJSON(), { timeout: 5_000 }).toEqual({ stored: 1, typed: 1 });
	});
});
