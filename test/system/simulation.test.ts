import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { RevisionId } from "#domain/schedule.ts";
import { makeMemoryStorage } from "../../sync-server/storage/memory.ts";
import { openSqlite } from "../../sync-server/storage/sqlite.ts";
import type { Storage } from "../../sync-server/storage/storage.ts";
import { chainFaults } from "../support/chain.ts";
import { contentOf } from "../support/memory-client.ts";
import { TENANT } from "../support/nouns.ts";
import { makeWorld, type World } from "../support/simulation.ts";
import { holdsIn } from "../support/team.ts";
import { makeTempFolder } from "../support/temp-folder.ts";

const STEPS = 600;

let afterwards: (() => Promise<void> | void)[] = [];

afterEach(async () => {
	for (const one of afterwards) await one();
	afterwards = [];
});

function makeSqliteStorage(): Storage {
	const folder = makeTempFolder();
	const opened = openSqlite(join(folder.path, "staffel.db"));
	afterwards.push(opened.close, folder.remove);
	return opened.storage;
}

/** Every partner's replicas say the same, and every submission has its one answer. */
async function expectSameAnswers(
	{ seats, submitted, contradictions }: World,
	storage: Storage,
): Promise<void> {
	expect(contradictions).toEqual([]);
	for (const { partner, plan, ledger } of seats) {
		const [first] = seats.filter((seat) => seat.partner === partner);
		expect(contentOf(plan)).toEqual(first && contentOf(first.plan));
		expect(contentOf(ledger)).toEqual(first && contentOf(first.ledger));
		const own = submitted.filter(({ partnerId }) => partnerId === partner.id);
		const verdicts = ledger.doc.getMap("verdicts");
		expect([...verdicts.keys()].sort()).toEqual(own.map(({ id }) => id).sort());
		for (const [id, value] of verdicts) {
			expect(await storage.verdict(partner.id, id as RevisionId)).toEqual(value);
		}
	}
}

/** The chains tell one story: at most one holder at a time, and the places in the order have no gap. */
async function expectOneOrder({ core }: World, storage: Storage): Promise<void> {
	let commits = 0;
	for (const key of await storage.chainKeys()) {
		const chain = await storage.chain(key);
		expect(chainFaults(chain, core().signer.publicKeyRaw)).toEqual([]);
		let holder: string | undefined;
		for (const { receipt } of chain) {
			expect(receipt.kind === "commit" ? undefined : receipt.partnerId).toBe(holder);
			if (receipt.kind === "commit") commits += 1;
			holder = receipt.kind === "release" ? undefined : receipt.partnerId;
		}
		expect((await storage.activeCommit(key))?.partnerId).toBe(holder);
	}
	expect(await storage.lastCommitNumber()).toBe(commits);
}

/** Each partner sees as held what others hold of tenants that it serves, and nothing else. */
async function expectRightHolds({ seats }: World, storage: Storage): Promise<void> {
	const related = await storage.relationshipsOf(TENANT);
	for (const { partner, ledger } of seats) {
		const serves = related.some(({ partnerId, status }) => partnerId === partner.id && status === "active");
		const active = serves ? await storage.activeCommitsOf(TENANT) : [];
		const others = active.filter(({ partnerId }) => partnerId !== partner.id);
		expect([...holdsIn(ledger.doc)].sort()).toEqual(others.map((one) => one.subscriptionKey).sort());
	}
}

const MAKERS: [string, number, () => Storage][] = [
	["memory", 25, makeMemoryStorage],
	["SQLite", 10, makeSqliteStorage],
];

describe.each(MAKERS)("partners over broken lines and a dying server, on %s", (_, count, make) => {
	test.each(Array.from({ length: count }, (_, i) => i + 1))(
		"come to the same answers, one holder at a time and the right holds (seed %i)",
		async (seed) => {
			const storage = make();
			const world = await makeWorld(seed, storage);
			await world.run(STEPS);
			await world.heal();
			await expectSameAnswers(world, storage);
			await expectOneOrder(world, storage);
			await expectRightHolds(world, storage);
		},
	);
});
