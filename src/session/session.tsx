import { createContext, useContext } from "solid-js";
import type * as Y from "yjs";
import type { Agreement, AgreementId } from "#domain/agreement.ts";
import type { Catalogue } from "#domain/catalogue.ts";
import type { Customer, CustomerId } from "#domain/customer.ts";
import type { Day, Instant } from "#domain/day.ts";
import type { Partner, Role } from "#domain/partner.ts";
import type { RevisionId, Schedule } from "#domain/schedule.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { RelationshipStatus, Release, Verdict } from "#domain/verdict.ts";
import type { Connection, DeviceStorage } from "./connection.ts";
import type { Colleague, Place } from "./presence.ts";

/** A large collection of plain records: reading `all` tracks it as a whole; it changes at most once a frame. */
export type Facts<Id extends string, T> = {
	all(): ReadonlyMap<Id, T>;
	/** Records that do not parse: shown as a count, never dropped silently. */
	unreadable(): number;
};

export type Committed = Extract<Verdict, { outcome: "committed" }>;

/** What a page works with: the open documents, their projections, the connection, today. All functions are accessors unless they are verbs. */
export type Session = {
	readonly kind: "local" | "server";
	readonly plan: Y.Doc;
	readonly ledger: Y.Doc;

	me(): { id: string; name: string; roles: readonly Role[]; operator: boolean };
	partner(): Partner;
	/** The UTC day by the server's clock where one is known; ticks at 00:00 UTC. */
	today(): Day;
	/** Milliseconds since 1970 by the same clock; ticks every half minute. */
	nowMs(): number;
	/** The same, read at once and untracked: for stamps. */
	instant(): Instant;
	/** How far this device's clock is ahead of the server's, in milliseconds; `undefined` before the first contact. */
	clockSkewMs(): number | undefined;

	readonly customers: Facts<CustomerId, Customer>;
	readonly agreements: Facts<AgreementId, Agreement>;
	/** Agreements by customer; tracked as a whole. */
	agreementsByCustomer(): ReadonlyMap<CustomerId, readonly Agreement[]>;
	/** Schedules by id: a store, tracked field by field. */
	readonly schedules: Readonly<Record<string, Schedule | undefined>>;
	/** Ids of schedules by `agreementId` and `lineKey` joined with a line feed; tracked as a whole. */
	schedulesByLine(): ReadonlyMap<string, readonly string[]>;
	unreadableSchedules(): number;

	verdict(id: RevisionId): Verdict | undefined;
	release(id: RevisionId): Release | undefined;
	/** Our active commit of each EA subscription: the newest accepted verdict that is not released. */
	commitments(): ReadonlyMap<SubscriptionKey, Committed>;
	/** EA subscriptions that another partner holds. */
	holds(): ReadonlySet<SubscriptionKey>;
	/** `undefined`: the server has not seen the tenant yet, or there is no server. */
	relationship(tenantId: string): RelationshipStatus | undefined;

	catalogue(): Catalogue;
	/** `false` while no offer matrix has been imported: then nothing is said about support or price. */
	hasCatalogue(): boolean;
	/** Local workspace only: replaces the rows that an imported catalogue file brings. */
	importCatalogue(rows: Partial<import("#domain/catalogue.ts").CatalogueRows>): Promise<void>;

	connection(): Connection;
	storage(): DeviceStorage;
	/** The server's raw Ed25519 key, base64; `undefined` in a local workspace. */
	publicKey(): string | undefined;
	/** Connects at once instead of waiting for the next try. */
	syncNow(): void;

	colleagues(): readonly Colleague[];
	setPlace(place: Place): void;

	/** Undoes this device's own edits, newest first. */
	readonly undo: { can(): boolean; canRedo(): boolean; undo(): void; redo(): void };
	/** Begins a new undo step: what follows is undone by itself. */
	startStep(): void;
	/** A random id for a new record. */
	newId(): string;
	/** Everything on this device as one JSON text. */
	exportAll(): string;
	/** Signs out (server) or leaves (local); the data stays on the device. */
	leave(): Promise<void>;
};

const SessionContext = createContext<Session>();

export const SessionProvider = SessionContext.Provider;

/** @throws Outside of a `SessionProvider`. */
export function useSession(): Session {
	const session = useContext(SessionContext);
	if (session === undefined) throw new Error("useSession: no SessionProvider above this component.");
	return session;
}
