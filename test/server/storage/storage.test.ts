import { afterEach, describe, expect, test } from "vitest";
import type { TenantId } from "#domain/customer.ts";
import { day, type Instant } from "#domain/day.ts";
import type { Receipt, Release, Verdict } from "#domain/verdict.ts";
import { makeMemoryStorage } from "../../../sync-server/storage/memory.ts";
import { openSqlite } from "../../../sync-server/storage/sqlite.ts";
import type { Storage, StoredCommit, StoredPartner } from "../../../sync-server/storage/storage.ts";
import { updateRow } from "../../../sync-server/storage/update-hash.ts";
import {
	keyOf,
	makeCommitted,
	makePartner,
	makeRevision,
	makeSchedule,
	TENANT,
} from "../../support/nouns.ts";

const REVISION = makeRevision("revision-1");
const SCHEDULE = makeSchedule("schedule-1");
const KEY = keyOf(REVISION);
const OTHER = "22222222-2222-4333-8444-555555555555" as TenantId;

let close: (() => Promise<void>) | undefined;

afterEach(async () => {
	await close?.();
	close = undefined;
});

const MAKERS: [string, () => Storage][] = [
	["memory", makeMemoryStorage],
	[
		"SQLite",
		() => {
			const opened = openSqlite(":memory:");
			close = opened.close;
			return opened.storage;
		},
	],
];

function partner(id: string): StoredPartner {
	return { ...makePartner({ id, name: id }), planId: `plan-${id}`, ledgerId: `ledger-${id}` };
}

async function withPartners(storage: Storage, ...ids: readonly string[]): Promise<Storage> {
	await storage.transaction(async (tx) => {
		for (const id of ids) {
			const { planId, ledgerId } = partner(id);
			await tx.addDocument({ id: planId, kind: "plan", partnerId: id, epoch: 1 });
			await tx.addDocument({ id: ledgerId, kind: "ledger", partnerId: id, epoch: 1 });
			await tx.addPartner(partner(id));
		}
	});
	return storage;
}

function update(seq: number) {
	return updateRow("plan-a", seq, Uint8Array.of(seq, 7));
}

function commit(number: number, fields: Partial<StoredCommit> = {}): StoredCommit {
	return {
		number,
		subscriptionKey: KEY,
		tenantId: TENANT,
		partnerId: "a",
		scheduleId: SCHEDULE.id,
		revisionId: REVISION.id,
		eaEndsOn: day("2026-12-15"),
		runOn: day("2026-12-16"),
		committedAt: "2026-11-22T09:00:00.000Z" as Instant,
		...fields,
	};
}

function receipt(index: number): Receipt {
	return {
		subscriptionKeyHash: "ab",
		partnerId: "a",
		revisionId: REVISION.id,
		kind: "commit",
		index,
		at: "2026-11-22T09:00:00.000Z" as Instant,
		previousHash: "cd",
		hash: "ef",
		signature: "gh",
		keyId: "ij",
	};
}

describe.each(MAKERS)("the %s storage", (_, make) => {
	test("finds documents and partners, and nothing where there is none", async () => {
		const storage = await withPartners(make(), "b", "a");
		expect(await storage.document("plan-a")).toEqual({
			id: "plan-a",
			kind: "plan",
			partnerId: "a",
			epoch: 1,
		});
		expect(await storage.document("nothing")).toBe(undefined);
		expect((await storage.documents("ledger")).map(({ id }) => id).sort()).toEqual(["ledger-a", "ledger-b"]);
		expect(await storage.partner("b")).toEqual(partner("b"));
		expect(await storage.partner("nobody")).toBe(undefined);
		expect((await storage.partners()).map(({ id }) => id)).toEqual(["a", "b"]);
	});

	test("loads the updates of a document in order", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1), update(2)]));
		await storage.transaction((tx) => tx.append([update(3)]));
		const { snapshot, updates } = await storage.load("plan-a");
		expect(snapshot).toBe(undefined);
		expect(updates.map(({ seq, bytes }) => [seq, ...bytes])).toEqual([
			[1, 1, 7],
			[2, 2, 7],
			[3, 3, 7],
		]);
		expect((await storage.load("ledger-a")).updates).toEqual([]);
	});

	test("refuses an update whose place is taken, with all of its transaction", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1)]));
		await expect(storage.transaction((tx) => tx.append([update(2), update(1)]))).rejects.toThrow();
		expect((await storage.load("plan-a")).updates).toHaveLength(1);
	});

	test("loads a document whole while a snapshot takes the place of its updates", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1), update(2)]));
		const [{ snapshot, updates }] = await Promise.all([
			storage.load("plan-a"),
			storage.transaction((tx) => tx.swapSnapshot(update(2), 0)),
		]);
		expect([snapshot?.seq ?? 0, ...updates.map(({ seq }) => seq)].at(-1)).toBe(2);
	});

	test("does not serve a document with a gap", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1), update(3)]));
		await expect(storage.load("plan-a")).rejects.toThrow("update 2 is missing");
	});

	test("does not serve bytes that do not match their hash", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([{ ...update(1), bytes: Uint8Array.of(9) }]));
		await expect(storage.load("plan-a")).rejects.toThrow("damaged");
	});

	test("swaps a snapshot for the updates that it contains", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1), update(2), update(3)]));
		expect(await storage.transaction((tx) => tx.swapSnapshot(update(2), 0))).toBe(true);
		const { snapshot, updates } = await storage.load("plan-a");
		expect([snapshot?.seq, ...updates.map(({ seq }) => seq)]).toEqual([2, 3]);
		expect(await storage.transaction((tx) => tx.swapSnapshot(update(3), 2))).toBe(true);
		expect((await storage.load("plan-a")).updates).toEqual([]);
	});

	test("leaves a snapshot that is not the expected one", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.append([update(1), update(2)]));
		await storage.transaction((tx) => tx.swapSnapshot(update(1), 0));
		expect(await storage.transaction((tx) => tx.swapSnapshot(update(2), 0))).toBe(false);
		expect((await storage.load("plan-a")).snapshot?.seq).toBe(1);
	});

	test("keeps tenants and relationships; the last status counts", async () => {
		const storage = await withPartners(make(), "a", "b");
		await storage.transaction(async (tx) => {
			await tx.addTenants([{ tenantId: TENANT, name: "Weserstahl AG", country: null, broughtBy: "a" }]);
			await tx.putRelationships([
				{ tenantId: TENANT, partnerId: "a", status: "active" },
				{ tenantId: TENANT, partnerId: "b", status: "none" },
			]);
			await tx.putRelationships([{ tenantId: TENANT, partnerId: "b", status: "active" }]);
		});
		expect(await storage.tenants()).toEqual([
			{ tenantId: TENANT, name: "Weserstahl AG", country: null, broughtBy: "a" },
		]);
		expect([...(await storage.knownTenants([TENANT, OTHER]))]).toEqual([TENANT]);
		expect((await storage.relationshipsOf(TENANT)).map(({ status }) => status)).toEqual(["active", "active"]);
		expect(await storage.relationshipsOf(OTHER)).toEqual([]);
		expect(await storage.relationshipsWith("b", [TENANT, OTHER])).toEqual([
			{ tenantId: TENANT, partnerId: "b", status: "active" },
		]);
		expect(await storage.relationships()).toHaveLength(2);
	});

	test("[R94] has one active commit of a subscription, and another one only after that has ended", async () => {
		const storage = await withPartners(make(), "a");
		await storage.transaction((tx) => tx.addCommit(commit(1)));
		await expect(storage.transaction((tx) => tx.addCommit(commit(2)))).rejects.toThrow();
		expect(await storage.activeCommit(KEY)).toEqual(commit(1));
		expect(await storage.activeCommitsOf(TENANT)).toEqual([commit(1)]);
		await storage.transaction((tx) => tx.endCommit(1));
		expect(await storage.activeCommit(KEY)).toBe(undefined);
		await storage.transaction((tx) => tx.addCommit(commit(2)));
		expect((await storage.activeCommit(KEY))?.number).toBe(2);
		expect(await storage.lastCommitNumber()).toBe(2);
	});

	test("begins commits at 1 and moves a changed one to its newest revision", async () => {
		const storage = await withPartners(make(), "a");
		expect(await storage.lastCommitNumber()).toBe(0);
		const { id } = makeRevision("revision-2");
		await storage.transaction(async (tx) => {
			await tx.addCommit(commit(1));
			await tx.changeCommit(1, id);
		});
		expect((await storage.activeCommit(KEY))?.revisionId).toBe(id);
	});

	test("keeps one verdict for a partner's revision", async () => {
		const storage = await withPartners(make(), "a", "b");
		const verdict: Verdict = { ...makeCommitted(REVISION, SCHEDULE.id), commitNumber: 1 };
		await storage.transaction((tx) => tx.addVerdict({ partnerId: "a", verdict }));
		expect(await storage.verdict("a", REVISION.id)).toEqual(verdict);
		expect(await storage.verdict("b", REVISION.id)).toBe(undefined);
		expect(await storage.acceptedRevisions(1)).toEqual([REVISION.id]);
		expect(await storage.acceptedRevisions(2)).toEqual([]);
		await expect(storage.transaction((tx) => tx.addVerdict({ partnerId: "a", verdict }))).rejects.toThrow();
	});

	test("follows a refused withdrawal by a release", async () => {
		const storage = await withPartners(make(), "a");
		const at = "2026-11-22T09:00:00.000Z" as Instant;
		const refused: Release = {
			revisionId: REVISION.id,
			outcome: "refused",
			reason: "role-not-allowed",
			at,
			receipt: null,
		};
		const released: Release = { ...refused, outcome: "released", reason: null, receipt: receipt(1) };
		expect(await storage.release("a", REVISION.id)).toBe(undefined);
		await storage.transaction((tx) => tx.putRelease({ partnerId: "a", release: refused }));
		await storage.transaction((tx) => tx.putRelease({ partnerId: "a", release: released }));
		expect(await storage.release("a", REVISION.id)).toEqual(released);
	});

	test("keeps chains in order, each index once", async () => {
		const storage = await withPartners(make(), "a");
		const add = (index: number) =>
			storage.transaction((tx) => tx.addChainEntry({ subscriptionKey: KEY, receipt: receipt(index) }));
		expect(await storage.lastChainEntry(KEY)).toBe(undefined);
		await add(0);
		await add(1);
		await expect(add(1)).rejects.toThrow();
		expect((await storage.chain(KEY)).map((entry) => entry.receipt.index)).toEqual([0, 1]);
		expect((await storage.lastChainEntry(KEY))?.receipt).toEqual(receipt(1));
		expect(await storage.chainKeys()).toEqual([KEY]);
	});

	test("signs with the key that was added last", async () => {
		const storage = make();
		expect(await storage.key()).toBe(undefined);
		await storage.transaction((tx) => tx.addKey({ keyId: "1", privateKeyPem: "one" }));
		await storage.transaction((tx) => tx.addKey({ keyId: "2", privateKeyPem: "two" }));
		expect(await storage.key()).toEqual({ keyId: "2", privateKeyPem: "two" });
	});

	test("takes back everything of a transaction that fails, and goes on with the next", async () => {
		const storage = await withPartners(make(), "a");
		const failing = storage.transaction(async (tx) => {
			await tx.append([update(1)]);
			await tx.addCommit(commit(1));
			throw new Error("no more");
		});
		const next = storage.transaction((tx) => tx.append([update(1)]));
		await expect(failing).rejects.toThrow("no more");
		await next;
		expect((await storage.load("plan-a")).updates).toHaveLength(1);
		expect(await storage.lastCommitNumber()).toBe(0);
	});

	test("runs transactions one after the other and sees its own writes inside", async () => {
		const storage = await withPartners(make(), "a");
		const numbers = await Promise.all(
			Array.from({ length: 10 }, () =>
				storage.transaction(async (tx) => {
					const number = (await tx.lastCommitNumber()) + 1;
					await tx.addCommit(commit(number));
					await tx.endCommit(number);
					return await tx.lastCommitNumber();
				}),
			),
		);
		expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	test("takes more rows at once than a statement has parameters", async () => {
		const storage = await withPartners(make(), "a");
		const rows = Array.from({ length: 7000 }, (_, i) => update(i + 1));
		await storage.transaction((tx) => tx.append(rows));
		expect((await storage.load("plan-a")).updates).toHaveLength(7000);
	});
});
