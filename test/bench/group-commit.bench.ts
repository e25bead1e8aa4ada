import { join } from "node:path";
import * as Y from "yjs";
import { openSqlite } from "../../sync-server/storage/sqlite.ts";
import { joinedClient, type MemoryClient } from "../support/memory-client.ts";
import { openSyncCore, type SyncCore } from "../support/sync-core.ts";
import { makeTempFolder } from "../support/temp-folder.ts";
import type { Bench } from "./row.ts";

/** Rooms with one writer each: so many updates arrive in one turn. */
const ROOMS = 100;

const GOAL = 5;

/**
 * Small edits into a hundred plans, through the whole server but its sockets, onto the disk: all that arrived in a
 * turn in one transaction, against a transaction for each edit. Both are acknowledged only when they are durable.
 */
export const run: Bench = async ({ quick }) => {
	const repetitions = 5;
	const alone: number[] = [];
	const grouped: number[] = [];
	for (let i = 0; i < repetitions; i++) {
		alone.push(await editsPerSecond(1, quick ? 500 : 2_000));
		grouped.push(await editsPerSecond(ROOMS, quick ? 5_000 : 20_000));
	}
	const [peer, ours] = [median(alone), median(grouped)];
	return [
		{
			scenario: `durable edits a second, ${ROOMS} writers (SQLite, WAL, synchronous = FULL)`,
			peer: `each update alone, ${Math.round(peer)}/s`,
			ours: `one commit a turn, ${Math.round(ours)}/s`,
			ratio: `${(ours / peer).toFixed(1)} ×`,
			goal: `≥ ${GOAL} ×`,
			pass: ours >= GOAL * peer,
		},
	];
};

/** @param together Edits that arrive before the next commit. */
async function editsPerSecond(together: number, edits: number): Promise<number> {
	const folder = makeTempFolder();
	const opened = openSqlite(join(folder.path, "staffel.db"));
	const core = await openSyncCore({ storage: opened.storage });
	const writers = await joinWriters(core);
	// What the writers' own machines do is done before the clock runs.
	for (let i = 0; i < edits; i++) writers[i % ROOMS]?.doc.getMap("meta").set("edited", i);
	const begin = performance.now();
	for (let done = 0; done < edits; done += together) {
		for (let i = 0; i < together; i++) writers[(done + i) % ROOMS]?.deliverToServer();
		await core.rooms.settled();
	}
	const seconds = (performance.now() - begin) / 1000;
	const stored = await storedUpdates(core, writers);
	await opened.close();
	folder.remove();
	if (stored !== edits)
		throw new Error(`${stored} of ${edits} edits were stored: the figure would be worth nothing.`);
	return edits / seconds;
}

async function joinWriters(core: SyncCore): Promise<readonly MemoryClient[]> {
	const writers: MemoryClient[] = [];
	for (let i = 0; i < ROOMS; i++) {
		const partner = await core.addPartner({ id: `partner-${i}` });
		writers.push(await joinedClient(core, partner.plan));
	}
	return writers;
}

async function storedUpdates(core: SyncCore, writers: readonly MemoryClient[]): Promise<number> {
	let stored = 0;
	for (const { document, doc } of writers) {
		const { updates } = await core.storage.load(document.id);
		const replica = new Y.Doc();
		for (const { bytes } of updates) Y.applyUpdate(replica, bytes);
		if (Y.getState(replica.store, doc.clientID) === updates.length) stored += updates.length;
	}
	return stored;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
