import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type * as decoding from "lib0/decoding";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { decodeStaffel, MESSAGE } from "#protocol/frame.ts";
import { createSigner } from "../../sync-server/signer.ts";
import { openSqlite } from "../../sync-server/storage/sqlite.ts";
import type { Storage, StoredPartner } from "../../sync-server/storage/storage.ts";
import { openStoredDocument } from "../../sync-server/stored-document.ts";
import { chainFaults } from "../support/chain.ts";
import { makeAgreement, makeCustomer, makeLine } from "../support/nouns.ts";
import { makeRandom } from "../support/random.ts";
import { makeStockClient } from "../support/stock-client.ts";
import { submit, withdraw } from "../support/team.ts";
import { makeTempFolder } from "../support/temp-folder.ts";

const KILLS = 20;
const LINES = Array.from({ length: 30 }, (_, i) => `ZUB-${10_000 + i}`);
const SEED = 20_261_122;

let folder: ReturnType<typeof makeTempFolder>;
let child: ChildProcess | undefined;

beforeEach(() => {
	folder = makeTempFolder();
});

afterEach(() => {
	child?.kill("SIGKILL");
	folder.remove();
});

/** A member's browser: its two documents outlive the server, and it notes what the server has acknowledged. */
type Browser = {
	readonly user: string;
	readonly partnerId: string;
	readonly plan: Y.Doc;
	readonly ledger: Y.Doc;
	readonly acked: Map<number, number>;
	/** Submitted revisions and their schedules. */
	readonly submitted: { id: string; scheduleId: string }[];
};

function makeBrowser(user: string, partnerId: string): Browser {
	const plan = new Y.Doc();
	putCustomer(plan, makeCustomer());
	putAgreement(plan, makeAgreement({ lines: LINES.map((partNumber) => makeLine({ partNumber })) }));
	return { user, partnerId, plan, ledger: new Y.Doc(), acked: new Map(), submitted: [] };
}

async function startChild(database: string): Promise<string> {
	const program = new URL("../support/crash-child.ts", import.meta.url).pathname;
	child = spawn(process.execPath, [program, database], {
		stdio: ["ignore", "pipe", "inherit"],
		env: { ...process.env, NODE_COMPILE_CACHE: join(folder.path, "compiled") }, // most of a start is reading code
	});
	if (child.stdout === null) throw new Error("The child has no output.");
	const [line] = await once(createInterface(child.stdout), "line");
	return String(line);
}

async function killChild(): Promise<void> {
	if (child === undefined) return;
	const gone = once(child, "exit");
	child.kill("SIGKILL");
	await gone;
}

async function connect(url: string, { user, plan, ledger, acked }: Browser, partner: StoredPartner) {
	const clients = [
		makeStockClient(url, partner.planId, { user }, plan, { staffel: "1" }),
		makeStockClient(url, partner.ledgerId, { user }, ledger),
	];
	const [{ provider } = {}] = clients;
	if (provider !== undefined)
		provider.messageHandlers[MESSAGE.staffel] = (_: unknown, decoder: decoding.Decoder) => {
			const message = decodeStaffel(decoder);
			if (message?.kind !== "ack") return;
			for (const [client, clock] of message.ack) acked.set(client, Math.max(clock, acked.get(client) ?? 0));
		};
	await Promise.all(clients.map((client) => client.synced()));
	return clients;
}

/** What is wrong with the stored state, in sentences. */
async function faultsOf(storage: Storage, browsers: readonly Browser[]): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const { partnerId, acked, ledger: announced } of browsers) {
		const partner = await storage.partner(partnerId);
		const plan = openStoredDocument("plan", await storage.load(partner?.planId ?? ""));
		const ledger = openStoredDocument("ledger", await storage.load(partner?.ledgerId ?? ""));
		for (const [client, clock] of acked)
			if (Y.getState(plan.store, client) < clock) faults.push(`${partnerId}: acknowledged, but not stored`);
		for (const root of ["verdicts", "releases"])
			for (const [id, value] of announced.getMap(root)) {
				const stored = ledger.getMap(root).get(id);
				if (JSON.stringify(stored) !== JSON.stringify(value))
					faults.push(`${root} ${id}: announced, but not stored`);
			}
	}
	const key = await storage.key();
	const publicKey = key === undefined ? "" : createSigner(key.privateKeyPem).publicKeyRaw;
	for (const subscription of await storage.chainKeys()) {
		const chain = await storage.chain(subscription);
		faults.push(...chainFaults(chain, publicKey));
		let holder: string | undefined;
		for (const { receipt } of chain) {
			if (receipt.kind === "commit" && holder !== undefined) faults.push(`${subscription}: two at once`);
			if (receipt.kind !== "commit" && holder !== receipt.partnerId)
				faults.push(`${subscription}: not the holder`);
			holder = receipt.kind === "release" ? undefined : receipt.partnerId;
		}
		const active = await storage.activeCommit(subscription);
		if (active?.partnerId !== holder) faults.push(`${subscription}: the active commit is not the chain's`);
	}
	return faults;
}

test(`after ${KILLS} kills in a stream of schedules nothing acknowledged or announced is missing, nothing is held twice and every chain verifies (seed ${SEED})`, async () => {
	const random = makeRandom(SEED);
	const database = join(folder.path, "staffel.db");
	const browsers = [makeBrowser("anna", "a"), makeBrowser("boris", "b")];
	let count = 0;

	function act(browser: Browser): void {
		const old =
			browser.submitted.length > 0 && random.chance(0.3) ? random.pick(browser.submitted) : undefined;
		if (old !== undefined && random.chance(0.7)) {
			withdraw(browser.plan, old.id, old.scheduleId);
			return;
		}
		count += 1;
		const id = `revision-${browser.partnerId}-${count}`;
		const scheduleId = old?.scheduleId ?? `schedule-${id}`;
		const line = { partNumber: random.pick(LINES), description: "M365 E3" };
		submit(browser.plan, id, { scheduleId, line });
		browser.submitted.push({ id, scheduleId });
	}

	async function withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
		const { storage, close } = openSqlite(database);
		try {
			return await work(storage);
		} finally {
			await close();
		}
	}

	let partners: readonly StoredPartner[] = [];
	async function openAll(): Promise<{ destroy(): void }[]> {
		const url = await startChild(database);
		if (partners.length === 0) partners = await withStorage((storage) => storage.partners());
		const pairs = browsers.map((browser) => {
			const partner = partners.find(({ id }) => id === browser.partnerId);
			if (partner === undefined) throw new Error("The child has not made the partners.");
			return connect(url, browser, partner);
		});
		return (await Promise.all(pairs)).flat();
	}

	let killedWhileUnacked = 0;
	for (let round = 0; round < KILLS; round++) {
		const clients = await openAll();
		const until = performance.now() + 30 + random.below(120);
		while (performance.now() < until) {
			for (const browser of browsers) for (let i = random.below(4); i > 0; i--) act(browser);
			await new Promise((resolve) => setTimeout(resolve, 1));
		}
		await killChild();
		for (const client of clients) client.destroy();
		const isAhead = ({ plan, acked }: Browser) =>
			Y.getState(plan.store, plan.clientID) > (acked.get(plan.clientID) ?? 0);
		if (browsers.some(isAhead)) killedWhileUnacked += 1;
		expect(await withStorage((storage) => faultsOf(storage, browsers))).toEqual([]);
	}

	const clients = await openAll();
	const unanswered = () =>
		browsers.flatMap(({ ledger, submitted }) =>
			submitted.filter(({ id }) => !ledger.getMap("verdicts").has(id)),
		);
	await expect.poll(unanswered, { timeout: 60_000 }).toEqual([]);
	for (const client of clients) client.destroy();
	await killChild();
	expect(await withStorage((storage) => faultsOf(storage, browsers))).toEqual([]);
	// Otherwise the kills would have come when there was nothing to lose.
	expect([killedWhileUnacked > KILLS / 4, count > 100]).toEqual([true, true]);
}, 240_000);
