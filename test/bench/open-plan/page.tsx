import { createRoot } from "solid-js";
import { render } from "solid-js/web";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { App } from "#app/app.tsx";
import { openSession } from "#app/open-session.ts";
import { agreementRecords } from "#document/plan/agreements.ts";
import { customerRecords } from "#document/plan/customers.ts";
import { dayOf } from "#domain/day.ts";
import { en } from "#i18n/en.ts";
import { MessagesProvider } from "#i18n/messages.tsx";
import { databaseNames, rememberWorkspace, type Workspace } from "#session/workspace.ts";
import { openPersistence } from "#sync/persist.ts";
import { openUpdateLog, readEntriesAfter } from "#sync/update-log.ts";
import { makePartner } from "../../support/nouns.ts";
import { makePlanData } from "./plan-data.ts";
import "#ui/styles/styles.css";

const WORKSPACE: Workspace = {
	kind: "local",
	id: "bench",
	partner: makePartner(),
	memberName: "Bench",
	sample: false,
};
const STOCK = "stock";
const BYTES = "bytes";

/** The plan as this app keeps it: lines inside their agreement. */
function fillPlan(plan: Y.Doc, customers: number): void {
	plan.transact(() => {
		for (const { customer, agreements } of makePlanData(customers, dayOf(Date.now()))) {
			customerRecords(plan).set(customer.id, customer);
			for (const agreement of agreements) agreementRecords(plan).set(agreement.id, agreement);
		}
	});
}

/** The usual way: one plain object for each line. */
function fillUsual(doc: Y.Doc, customers: number): void {
	const [people, agreements, lines] = [
		doc.getMap("customers"),
		doc.getMap("agreements"),
		doc.getMap("lines"),
	];
	doc.transact(() => {
		for (const data of makePlanData(customers, dayOf(Date.now()))) {
			people.set(data.customer.id, data.customer);
			for (const { lines: own, ...agreement } of data.agreements) {
				agreements.set(agreement.id, agreement);
				for (const [n, line] of own.entries()) {
					lines.set(`${agreement.id}/${line.partNumber}/${n}`, { ...line, agreementId: agreement.id });
				}
			}
		}
	});
}

async function keepBytes(bytes: Uint8Array): Promise<void> {
	const cache = await caches.open(BYTES);
	await cache.put("/bytes", new Response(new Uint8Array(bytes)));
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The next task after a frame was painted. */
const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));

/** What the bench asks of a page; each measures in a page of its own. */
const bench = {
	async fill(customers: number): Promise<number> {
		rememberWorkspace(WORKSPACE);
		const plan = new Y.Doc();
		const persistence = await openPersistence(databaseNames(WORKSPACE).plan, plan, () => undefined);
		fillPlan(plan, customers);
		await persistence.close();
		const bytes = Y.encodeStateAsUpdate(plan);
		await keepBytes(bytes);
		const usual = new Y.Doc();
		const stock = new IndexeddbPersistence(STOCK, usual);
		await stock.whenSynced;
		fillUsual(usual, customers);
		await stock.destroy();
		// It does not wait for its writes; whoever reads the same store does.
		const db = await openUpdateLog(STOCK, () => undefined);
		await readEntriesAfter(db, Number.MAX_SAFE_INTEGER);
		db.close();
		return bytes.length;
	},

	/** Bare `Y.applyUpdate`. */
	async bare(): Promise<number> {
		const cache = await caches.open(BYTES);
		const answer = await cache.match("/bytes");
		if (answer === undefined) throw new Error("Nothing was filled.");
		const bytes = new Uint8Array(await answer.arrayBuffer());
		await pause(200);
		const start = performance.now();
		Y.applyUpdate(new Y.Doc(), bytes);
		return performance.now() - start;
	},

	/** From the device's database to customers on screen, in the app's own frame; then the longest block after it. */
	async ours(watchMs: number): Promise<{ openMs: number; longestBlockMs: number; blocks: number[] }> {
		history.replaceState(null, "", "/customers");
		await import("#features/customers/customers-page.tsx");
		await pause(200);
		const start = performance.now();
		const { session } = await createRoot(() => openSession(WORKSPACE));
		const root = document.getElementById("root") as HTMLElement; // it stands in index.html
		render(
			() => (
				<MessagesProvider locale="en" messages={en}>
					<App session={session} info={undefined} onOpen={async () => undefined} onLeave={() => undefined} />
				</MessagesProvider>
			),
			root,
		);
		while (root.querySelector("tbody a") === null) await painted();
		await painted();
		const end = performance.now();
		const blocks = await watchBlocks(end, watchMs);
		return { openMs: end - start, longestBlockMs: Math.max(0, ...blocks), blocks };
	},

	async stock(): Promise<number> {
		await pause(200);
		const start = performance.now();
		const doc = new Y.Doc();
		const persistence = new IndexeddbPersistence(STOCK, doc);
		await persistence.whenSynced;
		const ms = performance.now() - start;
		if (doc.getMap("lines").size === 0) throw new Error("Nothing was filled.");
		return ms;
	},
};

/** Lengths of the tasks over 50 ms that begin after `from`, in milliseconds. */
async function watchBlocks(from: number, watchMs: number): Promise<number[]> {
	const blocks: number[] = [];
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (entry.startTime >= from) blocks.push(entry.duration);
	});
	observer.observe({ type: "longtask", buffered: true });
	await pause(watchMs);
	observer.disconnect();
	return blocks;
}

export type OpenPlanPage = typeof bench;

Object.assign(globalThis, { bench });
