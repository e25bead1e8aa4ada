import { createSignal } from "solid-js";
import * as Y from "yjs";
import { compactIfDue } from "#sync/compact.ts";
import { openPersistence, type Persistence } from "#sync/persist.ts";
import type { DeviceStorage } from "./connection.ts";

/** How long an opened page is left alone before its log is merged, and how often it is looked at again. */
const COMPACT_AFTER_MS = 10_000;
const COMPACT_EVERY_MS = 5 * 60_000;

export type OpenDocuments = Awaited<ReturnType<typeof openDocuments>>;

/**
 * Opens a workspace's two documents from this device's databases.
 *
 * Databases that held something and are empty now have vanished: that is said, since an empty workspace looks alike.
 *
 * @param names Of the databases.
 * @param isElsewhere Whether a server has what is missing here and fills it again.
 */
export async function openDocuments(names: { plan: string; ledger: string }, isElsewhere: boolean) {
	const plan = new Y.Doc();
	const ledger = new Y.Doc();
	const heldKey = `staffel:held:${names.plan}`;
	const hasHeld = localStorage.getItem(heldKey) !== null;
	let hasVanished = false;
	const [storage, setStorage] = createSignal<DeviceStorage>({ state: "ok", sizeBytes: 0 });
	const persistences = new Map<string, Persistence>();

	await Promise.all([open(names.plan, plan), open(names.ledger, ledger)]);
	hasVanished = hasHeld && areLoaded() && [...persistences.values()].every((one) => one.log().entries === 0);
	tell();
	let timer = setTimeout(compact, COMPACT_AFTER_MS);

	async function open(name: string, doc: Y.Doc): Promise<void> {
		persistences.set(name, await openPersistence(name, doc, tell));
	}

	/** The worse of the two counts; if both are well, what they take together. */
	function tell(): void {
		const states = [...persistences.values()].map((one) => one.state());
		let sizeBytes = 0;
		for (const state of states) sizeBytes += state.state === "ok" ? state.sizeBytes : 0;
		if (sizeBytes > 0 && !hasHeld) localStorage.setItem(heldKey, "1");
		const isGone = hasVanished && (sizeBytes === 0 || !isElsewhere);
		const failed = states.find((state) => state.state === "failed");
		if (isGone) setStorage({ state: "failed", reason: "vanished" });
		else setStorage(failed ?? { state: "ok", sizeBytes });
	}

	function areLoaded(): boolean {
		return [...persistences.values()].every((one) => one.loaded());
	}

	async function compact(): Promise<void> {
		for (const [name, persistence] of persistences) await compactIfDue(name, persistence);
		timer = setTimeout(compact, COMPACT_EVERY_MS);
	}

	return {
		plan,
		ledger,
		storage,
		/** `false`: the device holds more than was loaded. */
		areLoaded,
		async close(): Promise<void> {
			clearTimeout(timer);
			for (const one of persistences.values()) await one.close();
			plan.destroy();
			ledger.destroy();
		},
	};
}
