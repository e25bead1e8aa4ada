import type { Kysely, Transaction } from "kysely";
import type { RevisionId } from "#domain/schedule.ts";
import * as rows from "./rows.ts";
import type { Storage, StorageReader, StorageWriter } from "./storage.ts";
import type { Tables } from "./tables.ts";
import { checkedState } from "./update-hash.ts";

/** Rows of one statement: databases bound the number of parameters (SQLite: 32,766). */
const ROWS_AT_ONCE = 1000;

/** The storage over any database that Kysely speaks to and that has the tables of `migrations`. */
export function makeSqlStorage(db: Kysely<Tables>): Storage {
	return {
		...reader(db),
		transaction: (work) => db.transaction().execute((tx) => work(writer(tx))),
	};
}

function reader(db: Kysely<Tables>): StorageReader {
	return {
		async document(id) {
			const row = await db.selectFrom("documents").selectAll().where("id", "=", id).executeTakeFirst();
			return row && rows.readDocument(row);
		},
		async documents(kind) {
			const found = await db.selectFrom("documents").selectAll().where("kind", "=", kind).execute();
			return found.map(rows.readDocument);
		},
		async load(documentId) {
			const snapshot = await db
				.selectFrom("snapshots")
				.selectAll()
				.where("document_id", "=", documentId)
				.executeTakeFirst();
			const updates = await db
				.selectFrom("updates")
				.selectAll()
				.where("document_id", "=", documentId)
				.where("seq", ">", snapshot?.seq ?? 0)
				.orderBy("seq")
				.execute();
			return checkedState(documentId, snapshot && rows.readUpdate(snapshot), updates.map(rows.readUpdate));
		},
		async partner(id) {
			const row = await db.selectFrom("partners").selectAll().where("id", "=", id).executeTakeFirst();
			return row && rows.readPartner(row);
		},
		async partners() {
			const found = await db.selectFrom("partners").selectAll().orderBy("name").orderBy("id").execute();
			return found.map(rows.readPartner);
		},
		async tenants() {
			const found = await db.selectFrom("tenants").selectAll().orderBy("name").orderBy("id").execute();
			return found.map(rows.readTenant);
		},
		async knownTenants(ids) {
			const found = await inParts(ids, (part) =>
				db.selectFrom("tenants").select("id").where("id", "in", part).execute(),
			);
			return new Set(found.map(rows.readTenantId));
		},
		async relationships() {
			const found = await db
				.selectFrom("relationships")
				.selectAll()
				.orderBy("tenant_id")
				.orderBy("partner_id")
				.execute();
			return found.map(rows.readRelationship);
		},
		async relationshipsOf(tenantId) {
			const found = await db
				.selectFrom("relationships")
				.selectAll()
				.where("tenant_id", "=", tenantId)
				.orderBy("partner_id")
				.execute();
			return found.map(rows.readRelationship);
		},
		async relationshipsWith(partnerId, ids) {
			const found = await inParts(ids, (part) =>
				db
					.selectFrom("relationships")
					.selectAll()
					.where("partner_id", "=", partnerId)
					.where("tenant_id", "in", part)
					.execute(),
			);
			return found.map(rows.readRelationship);
		},
		async lastCommitNumber() {
			const row = await db
				.selectFrom("commits")
				.select("number")
				.orderBy("number", "desc")
				.limit(1)
				.executeTakeFirst();
			return row?.number ?? 0;
		},
		async activeCommit(key) {
			const row = await db
				.selectFrom("commits")
				.selectAll()
				.where("subscription_key", "=", key)
				.where("active", "=", 1)
				.executeTakeFirst();
			return row && rows.readCommit(row);
		},
		async activeCommitsOf(tenantId) {
			const found = await db
				.selectFrom("commits")
				.selectAll()
				.where("tenant_id", "=", tenantId)
				.where("active", "=", 1)
				.orderBy("number")
				.execute();
			return found.map(rows.readCommit);
		},
		async verdict(partnerId, revisionId) {
			const row = await db
				.selectFrom("verdicts")
				.select("verdict")
				.where("partner_id", "=", partnerId)
				.where("revision_id", "=", revisionId)
				.executeTakeFirst();
			return row && rows.readVerdict(row.verdict);
		},
		async acceptedRevisions(commitNumber) {
			const found = await db
				.selectFrom("verdicts")
				.select("revision_id")
				.where("commit_number", "=", commitNumber)
				.execute();
			return found.map((row) => row.revision_id as RevisionId); // written from a verdict's revision id
		},
		async release(partnerId, revisionId) {
			const row = await db
				.selectFrom("releases")
				.select("answer")
				.where("partner_id", "=", partnerId)
				.where("revision_id", "=", revisionId)
				.executeTakeFirst();
			return row && rows.readRelease(row.answer);
		},
		async chain(key) {
			const found = await db
				.selectFrom("chain_entries")
				.selectAll()
				.where("subscription_key", "=", key)
				.orderBy("position")
				.execute();
			return found.map(rows.readChainEntry);
		},
		async lastChainEntry(key) {
			const row = await db
				.selectFrom("chain_entries")
				.selectAll()
				.where("subscription_key", "=", key)
				.orderBy("position", "desc")
				.limit(1)
				.executeTakeFirst();
			return row && rows.readChainEntry(row);
		},
		async chainKeys() {
			const found = await db
				.selectFrom("chain_entries")
				.select("subscription_key")
				.where("position", "=", 0)
				.orderBy("subscription_key")
				.execute();
			return found.map(rows.readChainKey);
		},
		async key() {
			const row = await db
				.selectFrom("signing_keys")
				.selectAll()
				.orderBy("number", "desc")
				.limit(1)
				.executeTakeFirst();
			return row && rows.readKey(row);
		},
	};
}

function writer(tx: Transaction<Tables>): StorageWriter {
	return {
		...reader(tx),
		async addDocument({ partnerId, ...document }) {
			await tx
				.insertInto("documents")
				.values({ ...document, partner_id: partnerId })
				.execute();
		},
		async append(updates) {
			await inParts(updates, (part) => tx.insertInto("updates").values(part.map(rows.writeUpdate)).execute());
		},
		async swapSnapshot(snapshot, expectedSeq) {
			const row = rows.writeUpdate(snapshot);
			const current = await tx
				.selectFrom("snapshots")
				.select("seq")
				.where("document_id", "=", row.document_id)
				.executeTakeFirst();
			if ((current?.seq ?? 0) !== expectedSeq) return false;
			await tx
				.insertInto("snapshots")
				.values(row)
				.onConflict((conflict) => conflict.column("document_id").doUpdateSet(row))
				.execute();
			await tx
				.deleteFrom("updates")
				.where("document_id", "=", row.document_id)
				.where("seq", "<=", row.seq)
				.execute();
			return true;
		},
		async addPartner({ planId, ledgerId, ...partner }) {
			await tx
				.insertInto("partners")
				.values({ ...partner, plan_id: planId, ledger_id: ledgerId })
				.execute();
		},
		async addTenants(tenants) {
			await inParts(tenants, (part) => tx.insertInto("tenants").values(part.map(rows.writeTenant)).execute());
		},
		async putRelationships(relationships) {
			await inParts(relationships, (part) =>
				tx
					.insertInto("relationships")
					.values(part.map(rows.writeRelationship))
					.onConflict((conflict) =>
						conflict
							.columns(["tenant_id", "partner_id"])
							.doUpdateSet((excluded) => ({ status: excluded.ref("excluded.status") })),
					)
					.execute(),
			);
		},
		async addCommit(commit) {
			await tx.insertInto("commits").values(rows.writeCommit(commit)).execute();
		},
		async changeCommit(number, revisionId) {
			await tx.updateTable("commits").set({ revision_id: revisionId }).where("number", "=", number).execute();
		},
		async endCommit(number) {
			await tx.updateTable("commits").set({ active: 0 }).where("number", "=", number).execute();
		},
		async addVerdict({ partnerId, verdict }) {
			await tx
				.insertInto("verdicts")
				.values({
					partner_id: partnerId,
					revision_id: verdict.revisionId,
					commit_number: verdict.outcome === "committed" ? verdict.commitNumber : null,
					verdict: JSON.stringify(verdict),
				})
				.execute();
		},
		async putRelease({ partnerId, release }) {
			const answer = JSON.stringify(release);
			await tx
				.insertInto("releases")
				.values({ partner_id: partnerId, revision_id: release.revisionId, answer })
				.onConflict((conflict) => conflict.columns(["partner_id", "revision_id"]).doUpdateSet({ answer }))
				.execute();
		},
		async addChainEntry({ subscriptionKey, receipt }) {
			await tx
				.insertInto("chain_entries")
				.values({
					subscription_key: subscriptionKey,
					position: receipt.index,
					receipt: JSON.stringify(receipt),
				})
				.execute();
		},
		async addKey({ keyId, privateKeyPem }) {
			await tx.insertInto("signing_keys").values({ key_id: keyId, private_key_pem: privateKeyPem }).execute();
		},
	};
}

async function inParts<T, R>(
	all: readonly T[],
	run: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
	const results: R[] = [];
	for (let from = 0; from < all.length; from += ROWS_AT_ONCE) {
		for (const result of await run(all.slice(from, from + ROWS_AT_ONCE))) results.push(result);
	}
	return results;
}
