import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type {
	ChainEntry,
	Storage,
	StorageReader,
	StorageWriter,
	StoredCommit,
	StoredDocument,
	StoredKey,
	StoredPartner,
	StoredRelationship,
	StoredRelease,
	StoredSnapshot,
	StoredTenant,
	StoredUpdate,
	StoredVerdict,
} from "./storage.ts";
import { checkedState } from "./update-hash.ts";

/** Everything by its key. A transaction works on a copy, which takes the place of the original when it succeeds. */
type Contents = {
	documents: Map<string, StoredDocument>;
	updates: Map<string, readonly StoredUpdate[]>;
	snapshots: Map<string, StoredSnapshot>;
	partners: Map<string, StoredPartner>;
	tenants: Map<string, StoredTenant>;
	relationships: Map<string, StoredRelationship>;
	commits: Map<number, StoredCommit & { readonly active: boolean }>;
	verdicts: Map<string, StoredVerdict>;
	releases: Map<string, StoredRelease>;
	chains: Map<SubscriptionKey, readonly ChainEntry[]>;
	keys: Map<string, StoredKey>;
};

/** A storage that forgets everything with the process: for tests and for trying out. */
export function makeMemoryStorage(): Storage {
	let contents = emptyContents();
	let last: Promise<unknown> = Promise.resolve();

	async function run<T>(work: (tx: StorageWriter) => Promise<T>): Promise<T> {
		const copy = copyOf(contents);
		const result = await work(writer(copy));
		contents = copy;
		return result;
	}

	return {
		...reader(() => contents),
		transaction(work) {
			const done = last.then(() => run(work));
			last = done.catch(() => {}); // the caller is told; the next transaction begins all the same
			return done;
		},
	};
}

function emptyContents(): Contents {
	return {
		documents: new Map(),
		updates: new Map(),
		snapshots: new Map(),
		partners: new Map(),
		tenants: new Map(),
		relationships: new Map(),
		commits: new Map(),
		verdicts: new Map(),
		releases: new Map(),
		chains: new Map(),
		keys: new Map(),
	};
}

/** The records themselves are never changed, so copying the maps is enough. */
function copyOf(contents: Contents): Contents {
	return {
		documents: new Map(contents.documents),
		updates: new Map(contents.updates),
		snapshots: new Map(contents.snapshots),
		partners: new Map(contents.partners),
		tenants: new Map(contents.tenants),
		relationships: new Map(contents.relationships),
		commits: new Map(contents.commits),
		verdicts: new Map(contents.verdicts),
		releases: new Map(contents.releases),
		chains: new Map(contents.chains),
		keys: new Map(contents.keys),
	};
}

function reader(now: () => Contents): StorageReader {
	return {
		document: async (id) => now().documents.get(id),
		documents: async (kind) => [...now().documents.values()].filter((one) => one.kind === kind),
		load: async (id) => checkedState(id, now().snapshots.get(id), now().updates.get(id) ?? []),
		partner: async (id) => now().partners.get(id),
		partners: async () => [...now().partners.values()].sort(byName),
		tenants: async () => [...now().tenants.values()].sort(byName),
		knownTenants: async (ids) => new Set(ids.filter((id) => now().tenants.has(id))),
		relationships: async () => [...now().relationships.values()].sort(byTenantAndPartner),
		relationshipsOf: async (tenantId) =>
			[...now().relationships.values()].filter((one) => one.tenantId === tenantId).sort(byTenantAndPartner),
		relationshipsWith: async (partnerId, ids) =>
			ids.flatMap((id) => now().relationships.get(`${id}/${partnerId}`) ?? []),
		lastCommitNumber: async () => Math.max(0, ...now().commits.keys()),
		activeCommit: async (key) => activeCommits(now()).find((commit) => commit.subscriptionKey === key),
		activeCommitsOf: async (tenantId) =>
			activeCommits(now()).filter((commit) => commit.tenantId === tenantId),
		verdict: async (partnerId, id) => now().verdicts.get(`${partnerId}/${id}`)?.verdict,
		acceptedRevisions: async (number) =>
			[...now().verdicts.values()].flatMap(({ verdict }) =>
				verdict.outcome === "committed" && verdict.commitNumber === number ? [verdict.revisionId] : [],
			),
		release: async (partnerId, id) => now().releases.get(`${partnerId}/${id}`)?.release,
		chain: async (key) => now().chains.get(key) ?? [],
		lastChainEntry: async (key) => now().chains.get(key)?.at(-1),
		chainKeys: async () => [...now().chains.keys()].sort(),
		key: async () => [...now().keys.values()].at(-1),
	};
}

function writer(contents: Contents): StorageWriter {
	return {
		...reader(() => contents),
		addDocument: async (document) => putNew(contents.documents, document.id, document),
		async append(updates) {
			for (const update of updates) {
				const before = contents.updates.get(update.documentId) ?? [];
				const isTaken = before.some((one) => one.seq === update.seq);
				if (isTaken) throw new Error(`The update ${update.documentId}/${update.seq} exists.`);
				contents.updates.set(update.documentId, [...before, update]);
			}
		},
		async swapSnapshot(snapshot, expectedSeq) {
			const { documentId, seq } = snapshot;
			if ((contents.snapshots.get(documentId)?.seq ?? 0) !== expectedSeq) return false;
			contents.snapshots.set(documentId, snapshot);
			const updates = contents.updates.get(documentId) ?? [];
			contents.updates.set(
				documentId,
				updates.filter((update) => update.seq > seq),
			);
			return true;
		},
		addPartner: async (partner) => putNew(contents.partners, partner.id, partner),
		async addTenants(tenants) {
			for (const tenant of tenants) putNew(contents.tenants, tenant.tenantId, tenant);
		},
		async putRelationships(relationships) {
			for (const one of relationships) contents.relationships.set(`${one.tenantId}/${one.partnerId}`, one);
		},
		async addCommit(commit) {
			const isHeld = activeCommits(contents).some((one) => one.subscriptionKey === commit.subscriptionKey);
			if (isHeld) throw new Error(`The subscription of commit ${commit.number} has an active commit.`);
			putNew(contents.commits, commit.number, { ...commit, active: true });
		},
		async changeCommit(number, revisionId) {
			const commit = contents.commits.get(number);
			if (commit !== undefined) contents.commits.set(number, { ...commit, revisionId });
		},
		async endCommit(number) {
			const commit = contents.commits.get(number);
			if (commit !== undefined) contents.commits.set(number, { ...commit, active: false });
		},
		addVerdict: async (stored) =>
			putNew(contents.verdicts, `${stored.partnerId}/${stored.verdict.revisionId}`, stored),
		async putRelease(stored) {
			contents.releases.set(`${stored.partnerId}/${stored.release.revisionId}`, stored);
		},
		async addChainEntry(entry) {
			const before = contents.chains.get(entry.subscriptionKey) ?? [];
			const isTaken = before.some((one) => one.receipt.index === entry.receipt.index);
			if (isTaken) throw new Error(`The chain has an entry ${entry.receipt.index}.`);
			contents.chains.set(entry.subscriptionKey, [...before, entry]);
		},
		addKey: async (key) => putNew(contents.keys, key.keyId, key),
	};
}

function activeCommits(contents: Contents): readonly StoredCommit[] {
	return [...contents.commits.values()]
		.filter((commit) => commit.active)
		.map(({ active: _, ...commit }) => commit);
}

function putNew<K, T>(into: Map<K, T>, key: K, value: T): void {
	if (into.has(key)) throw new Error(`${String(key)} exists.`);
	into.set(key, value);
}

function byName(a: { name: string }, b: { name: string }): number {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function byTenantAndPartner(a: StoredRelationship, b: StoredRelationship): number {
	const [left, right] = [a.tenantId + a.partnerId, b.tenantId + b.partnerId];
	return left < right ? -1 : left > right ? 1 : 0;
}
