import type { Catalogue } from "#domain/catalogue.ts";
import type { Partner } from "#domain/partner.ts";
import { MAX_FRAME_BYTES } from "#protocol/frame.ts";
import { type Log, makeLog } from "../../sync-server/log.ts";
import { createRegistrar, type Registrar } from "../../sync-server/registrar.ts";
import { createRooms } from "../../sync-server/rooms.ts";
import { openSigner } from "../../sync-server/signer.ts";
import { makeMemoryStorage } from "../../sync-server/storage/memory.ts";
import type { Storage, StoredDocument, StoredPartner } from "../../sync-server/storage/storage.ts";
import { makePartner } from "./nouns.ts";

/** A clock that only the test moves. */
export type TestClock = { ms: number };

export type SyncCore = Awaited<ReturnType<typeof openSyncCore>>;

export const MORNING = Date.parse("2026-11-22T09:00:00.000Z");

/** The server's rooms and registrar over a storage, without sockets and people. */
export async function openSyncCore(
	options: { storage?: Storage; clock?: TestClock; catalogue?: Catalogue; log?: Log } = {},
) {
	const { storage = makeMemoryStorage(), clock = { ms: MORNING }, log = makeLog("silent") } = options;
	const signer = await openSigner(storage);
	const now = () => clock.ms;
	const rooms = createRooms({
		storage,
		judge: (tx, arrivals) => registrar.judge(tx, arrivals),
		now,
		soon: setImmediate,
		maxFrameBytes: MAX_FRAME_BYTES,
		log,
	});
	const registrar: Registrar = createRegistrar({
		storage,
		run: rooms.run,
		signer,
		now,
		catalogue: () => options.catalogue,
		log,
	});

	async function documentOf(id: string): Promise<StoredDocument> {
		const document = await rooms.find(id);
		if (document === undefined) throw new Error(`There is no document ${id}.`);
		return document;
	}

	return {
		storage,
		clock,
		signer,
		rooms,
		registrar,
		/** Lets a partner in; of the same name and kind as `makePartner`'s unless told otherwise. */
		async addPartner(fields: Partial<Partner> = {}): Promise<TestPartner> {
			const partner = await registrar.createPartner(makePartner(fields));
			return {
				...partner,
				plan: await documentOf(partner.planId),
				ledger: await documentOf(partner.ledgerId),
			};
		},
		/** The same partner after a restart. */
		async findPartner(id: string): Promise<TestPartner> {
			const partner = await storage.partner(id);
			if (partner === undefined) throw new Error(`There is no partner ${id}.`);
			return {
				...partner,
				plan: await documentOf(partner.planId),
				ledger: await documentOf(partner.ledgerId),
			};
		},
	};
}

export type TestPartner = StoredPartner & { plan: StoredDocument; ledger: StoredDocument };
