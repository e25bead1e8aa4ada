import type { Kysely } from "kysely";
import type { RevisionId } from "#domain/schedule.ts";
import { inParts } from "./in-parts.ts";
import * as rows from "./rows.ts";
import type { StorageReader } from "./storage.ts";
import type { Tables } from "./tables.ts";
import { checkedState } from "./update-hash.ts";

/** What can be asked of the tables, inside a transaction or outside. */
export function makeSqlReader(db: Kysely<Tables>): StorageReader {
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
			// In this order: a snapshot may take the place of the updates between the two queries.
			const updates = await db
				.selectFrom("updates")
				.innerJoin("documents", "documents.number", "updates.document")
				.selectAll("updates")
				.where("documents.id", "=", documentId)
				.orderBy("updates.seq")
				.execute();
			const snapshot = await db
				.selectFrom("snapshots")
				.innerJoin("documents", "documents.number", "snapshots.document")
				.selectAll("snapshots")
				.where("documents.id", "=", documentId)
				.executeTakeFirst();
			const after = updates.filter(({ seq }) => seq > (snapshot?.seq ?? 0));
			const read = (row: (typeof updates)[number]) => rows.readUpdate(documentId, row);
			return checkedState(documentId, snapshot && read(snapshot), after.map(read));
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
