import type { TenantId } from "#domain/customer.ts";
import type { Day, Instant } from "#domain/day.ts";
import type { CountryCode, Partner } from "#domain/partner.ts";
import type { RevisionId, ScheduleId } from "#domain/schedule.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Receipt, RelationshipStatus, Release, Verdict } from "#domain/verdict.ts";

export type DocumentKind = "plan" | "ledger";

/** Which document an opaque id names, and whose it is. `epoch` rises when a document is restored or re-baselined. */
export type StoredDocument = {
	readonly id: string;
	readonly kind: DocumentKind;
	readonly partnerId: string;
	readonly epoch: number;
};

/** How the bytes of an update or a snapshot are to be read: 1 is a Yjs update, version 1. */
export const FORMAT = { yjsV1: 1 } as const;

/** One update of a document; `seq` begins with 1 and has no gaps, `hash` is SHA-256 over the bytes. */
export type StoredUpdate = {
	readonly documentId: string;
	readonly seq: number;
	readonly format: number;
	readonly bytes: Uint8Array;
	readonly hash: Uint8Array;
};

/** A document's state after the update with the same `seq`. */
export type StoredSnapshot = StoredUpdate;

/** The snapshot, if there is one, and every update after it in order. */
export type StoredState = {
	readonly snapshot: StoredSnapshot | undefined;
	readonly updates: readonly StoredUpdate[];
};

export type StoredPartner = Partner & { readonly planId: string; readonly ledgerId: string };

/** A customer's tenant, as the partner that brought it first named it. */
export type StoredTenant = {
	readonly tenantId: TenantId;
	readonly name: string;
	readonly country: CountryCode | null;
	readonly broughtBy: string;
};

export type StoredRelationship = {
	readonly tenantId: TenantId;
	readonly partnerId: string;
	readonly status: RelationshipStatus;
};

/** A place in the server's order. At most one commit of a subscription is active. */
export type StoredCommit = {
	/** From 1, without gaps. */
	readonly number: number;
	readonly subscriptionKey: SubscriptionKey;
	readonly tenantId: TenantId;
	readonly partnerId: string;
	readonly scheduleId: ScheduleId;
	/** The revision that was accepted last. */
	readonly revisionId: RevisionId;
	readonly eaEndsOn: Day;
	readonly runOn: Day;
	readonly committedAt: Instant;
};

export type StoredVerdict = { readonly partnerId: string; readonly verdict: Verdict };

export type StoredRelease = { readonly partnerId: string; readonly release: Release };

/** One entry of a subscription's chain: the receipt and whose key it is. */
export type ChainEntry = { readonly subscriptionKey: SubscriptionKey; readonly receipt: Receipt };

/** A signing key, PKCS #8 in PEM. */
export type StoredKey = { readonly keyId: string; readonly privateKeyPem: string };

/** What can be asked, inside a transaction and outside. */
export interface StorageReader {
	document(id: string): Promise<StoredDocument | undefined>;
	documents(kind: DocumentKind): Promise<readonly StoredDocument[]>;
	/** @throws If the updates have a gap or bytes do not match their hash: nothing of a damaged document is served. */
	load(documentId: string): Promise<StoredState>;
	partner(id: string): Promise<StoredPartner | undefined>;
	partners(): Promise<readonly StoredPartner[]>;
	tenants(): Promise<readonly StoredTenant[]>;
	/** Those of the named tenants that are known. */
	knownTenants(ids: readonly TenantId[]): Promise<ReadonlySet<TenantId>>;
	relationships(): Promise<readonly StoredRelationship[]>;
	relationshipsOf(tenantId: TenantId): Promise<readonly StoredRelationship[]>;
	/** The named tenants' relationships with one partner. */
	relationshipsWith(partnerId: string, ids: readonly TenantId[]): Promise<readonly StoredRelationship[]>;
	lastCommitNumber(): Promise<number>;
	activeCommit(key: SubscriptionKey): Promise<StoredCommit | undefined>;
	activeCommitsOf(tenantId: TenantId): Promise<readonly StoredCommit[]>;
	verdict(partnerId: string, revisionId: RevisionId): Promise<Verdict | undefined>;
	/** Every accepted revision of a commit: the first one and its changes. */
	acceptedRevisions(commitNumber: number): Promise<readonly RevisionId[]>;
	release(partnerId: string, revisionId: RevisionId): Promise<Release | undefined>;
	/** Oldest first. */
	chain(key: SubscriptionKey): Promise<readonly ChainEntry[]>;
	lastChainEntry(key: SubscriptionKey): Promise<ChainEntry | undefined>;
	chainKeys(): Promise<readonly SubscriptionKey[]>;
	/** The key that signs: the one added last. */
	key(): Promise<StoredKey | undefined>;
}

/** What can be written, inside a transaction only. */
export interface StorageWriter extends StorageReader {
	addDocument(document: StoredDocument): Promise<void>;
	/** @throws If an update's `seq` is taken. */
	append(updates: readonly StoredUpdate[]): Promise<void>;
	/**
	 * Replaces a document's snapshot and drops the updates that it contains.
	 *
	 * @param expectedSeq `seq` of the snapshot that is replaced, 0 for none.
	 * @returns `false`, and nothing happens, if another snapshot stands there.
	 */
	swapSnapshot(snapshot: StoredSnapshot, expectedSeq: number): Promise<boolean>;
	addPartner(partner: StoredPartner): Promise<void>;
	addTenants(tenants: readonly StoredTenant[]): Promise<void>;
	putRelationships(relationships: readonly StoredRelationship[]): Promise<void>;
	/** @throws If the subscription has an active commit or the number is taken. */
	addCommit(commit: StoredCommit): Promise<void>;
	/** A later accepted revision takes the place of the one before. */
	changeCommit(number: number, revisionId: RevisionId): Promise<void>;
	/** The commit is no longer active; its subscription is free. */
	endCommit(number: number): Promise<void>;
	/** @throws If the revision has a verdict: verdicts are final. */
	addVerdict(verdict: StoredVerdict): Promise<void>;
	/** A refused withdrawal is followed by a release when the commit ends for another reason. */
	putRelease(release: StoredRelease): Promise<void>;
	/** @throws If the chain has an entry with that index. */
	addChainEntry(entry: ChainEntry): Promise<void>;
	addKey(key: StoredKey): Promise<void>;
}

/**
 * Where the server keeps everything that must survive it.
 *
 * Asynchronous although SQLite is not, so that a database behind a network fits too.
 */
export interface Storage extends StorageReader {
	/**
	 * Runs `work` with all its writes, or none of them. Durable when it resolves.
	 *
	 * Transactions run one after the other. Inside, only `tx` may be used: asking the storage itself would wait for ever.
	 */
	transaction<T>(work: (tx: StorageWriter) => Promise<T>): Promise<T>;
}
