import type { CompiledQuery, Kysely, Transaction } from "kysely";
import { inParts } from "./in-parts.ts";
import * as rows from "./rows.ts";
import { makeSqlReader } from "./sql-reader.ts";
import type { StorageWriter } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** What one transaction can ask and write. @param appendQuery From `compileAppend`. */
export function makeSqlWriter(tx: Transaction<Tables>, appendQuery: CompiledQuery): StorageWriter {
	return {
		...makeSqlReader(tx),
		async addDocument({ partnerId, ...document }) {
			await tx
				.insertInto("documents")
				.values({ ...document, partner_id: partnerId })
				.execute();
		},
		async append(updates) {
			for (const { documentId, seq, format, bytes, hash } of updates) {
				// The one query on the way of every keystroke: built once, run many times.
				const parameters = [seq, format, bytes, hash, documentId];
				const { numAffectedRows } = await tx.executeQuery({ ...appendQuery, parameters });
				if (numAffectedRows !== 1n) throw new Error(`There is no document ${documentId}.`);
			}
		},
		async swapSnapshot({ documentId, seq, format, bytes, hash }, expectedSeq) {
			const document = await numberOf(tx, documentId);
			const current = await tx
				.selectFrom("snapshots")
				.select("seq")
				.where("document", "=", document)
				.executeTakeFirst();
			if ((current?.seq ?? 0) !== expectedSeq) return false;
			const row = { document, seq, format, bytes, hash };
			await tx
				.insertInto("snapshots")
				.values(row)
				.onConflict((conflict) => conflict.column("document").doUpdateSet(row))
				.execute();
			await tx.deleteFrom("updates").where("document", "=", document).where("seq", "<=", seq).execute();
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

/** Inserts one update; its parameters are `seq`, `format`, `bytes`, `hash` and the document's id. */
export function compileAppend(db: Kysely<Tables>): CompiledQuery {
	const nothing = new Uint8Array();
	return db
		.insertInto("updates")
		.columns(["document", "seq", "format", "bytes", "hash"])
		.expression((query) =>
			query
				.selectFrom("documents")
				.select((value) => [
					"documents.number",
					value.val(0).as("seq"),
					value.val(0).as("format"),
					value.val(nothing).as("bytes"),
					value.val(nothing).as("hash"),
				])
				.where("documents.id", "=", ""),
		)
		.compile();
}

/** @throws If there is no such document. */
async function numberOf(tx: Transaction<Tables>, documentId: string): Promise<number> {
	const found = await tx.selectFrom("documents").select("number").where("id", "=", documentId).execute();
	if (found[0] === undefined) throw new Error(`There is no document ${documentId}.`);
	return found[0].number;
}
