import { createRoot, createSignal } from "solid-js";
import * as Y from "yjs";
import type { CatalogueRows } from "#domain/catalogue.ts";
import { emptyCatalogueRows } from "#domain/catalogue.ts";
import type { Connection, DeviceStorage } from "#session/connection.ts";
import { createSession } from "#session/create-session.ts";
import type { Place } from "#session/presence.ts";
import type { Workspace } from "#session/workspace.ts";
import { makePartner } from "./nouns.ts";

export const TEST_NOW_MS = Date.parse("2026-11-22T09:00:00.000Z");

export type TestSession = ReturnType<typeof openTestSession>;

/** A session over two real documents, without a device and a network; what those would say is set by the test. */
export function openTestSession(
	options: {
		plan?: Y.Doc;
		ledger?: Y.Doc;
		workspace?: Workspace;
		catalogue?: CatalogueRows;
		/** Milliseconds since 1970; a fixed morning if absent. */
		now?: () => number;
	} = {},
) {
	const { plan = new Y.Doc(), ledger = new Y.Doc() } = options;
	const local: Workspace = {
		kind: "local",
		id: "test",
		partner: makePartner(),
		memberName: "Anna Sievers",
		sample: false,
	};
	const [workspace, setWorkspace] = createSignal<Workspace>(options.workspace ?? local);
	const [catalogue, setCatalogue] = createSignal(options.catalogue ?? emptyCatalogueRows);
	const [connection, setConnection] = createSignal<Connection>({ state: "local" });
	const [storage, setStorage] = createSignal<DeviceStorage>({ state: "ok", sizeBytes: 0 });
	const [clockOffsetMs, setClockOffsetMs] = createSignal(0);
	const [presence, setPresence] = createSignal<readonly unknown[]>([]);
	const places: Place[] = [];

	const { session, dispose } = createRoot((disposeRoot) => ({
		dispose: disposeRoot,
		session: createSession({
			workspace,
			plan,
			ledger,
			catalogueRows: catalogue,
			importCatalogue: async (rows) => void setCatalogue((known) => ({ ...known, ...rows })),
			connection,
			storage,
			syncNow: () => undefined,
			clockOffsetMs,
			isClockKnown: () => clockOffsetMs() !== 0,
			presence,
			setPlace: (place) => void places.push(place),
			leave: async () => undefined,
			now: options.now ?? (() => TEST_NOW_MS),
		}),
	}));

	return {
		session,
		plan,
		ledger,
		dispose,
		setWorkspace,
		setConnection,
		setStorage,
		setClockOffsetMs,
		/** What all tabs of all members announce. */
		setPresence,
		/** Where this page said that it is, oldest first. */
		places,
	};
}

/** Two frames: large collections follow their document at the next one. */
export function nextFrame(): Promise<void> {
	return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}
