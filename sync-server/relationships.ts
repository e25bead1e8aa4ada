import { removeHold, writeHold } from "#document/ledger/holds.ts";
import { writeRelationship } from "#document/ledger/relationships.ts";
import type { Customer, TenantId } from "#domain/customer.ts";
import { dayOfInstant } from "#domain/day.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Hold, RelationshipStatus } from "#domain/verdict.ts";
import type { Docket } from "./docket.ts";
import type { StorageReader, StoredCommit, StoredRelationship, StoredTenant } from "./storage/storage.ts";

/**
 * Takes note of customers that a partner's plan brings.
 *
 * A tenant that nobody has brought yet belongs to the partner that does. For a known one the partner is told that
 * the server knows no relationship, until the operator grants it.
 */
export async function bringCustomers(
	{ tx, tell }: Docket,
	partnerId: string,
	customers: readonly Customer[],
): Promise<void> {
	const byTenant = new Map(customers.flatMap((one) => (one.tenantId ? [[one.tenantId, one] as const] : [])));
	const ids = [...byTenant.keys()];
	const known = await tx.knownTenants(ids);
	const related = new Set((await tx.relationshipsWith(partnerId, ids)).map((one) => one.tenantId));
	const tenants = ids.filter((id) => !known.has(id)).map((id) => tenantOf(id, byTenant.get(id), partnerId));
	const relationships = ids
		.filter((id) => !related.has(id))
		.map((tenantId): StoredRelationship => {
			return { tenantId, partnerId, status: known.has(tenantId) ? "none" : "active" };
		});
	await tx.addTenants(tenants);
	await tx.putRelationships(relationships);
	if (relationships.length === 0) return;
	tell(partnerId, (ledger) => {
		for (const { tenantId, status } of relationships) writeRelationship(ledger, { tenantId, status });
	});
}

/** Grants or ends a relationship; the partner learns at once what of the tenant others hold, or forgets it. */
export async function setRelationship({ tx, tell }: Docket, relationship: StoredRelationship): Promise<void> {
	const { tenantId, partnerId, status } = relationship;
	await tx.putRelationships([relationship]);
	const held = (await tx.activeCommitsOf(tenantId)).filter((commit) => commit.partnerId !== partnerId);
	tell(partnerId, (ledger) => {
		writeRelationship(ledger, { tenantId, status });
		for (const commit of held) {
			if (status === "active") writeHold(ledger, holdOf(commit));
			else removeHold(ledger, commit.subscriptionKey);
		}
	});
}

/** What decides count as: `undefined` only for a tenant that nobody has brought. */
export async function relationshipWith(
	tx: StorageReader,
	partnerId: string,
	tenantId: TenantId,
): Promise<RelationshipStatus | undefined> {
	const [own] = await tx.relationshipsWith(partnerId, [tenantId]);
	if (own !== undefined) return own.status;
	return (await tx.knownTenants([tenantId])).has(tenantId) ? "none" : undefined;
}

/** Tells every other partner that serves the tenant that the subscription is taken. Not by whom (R64, R65). */
export async function announceHold(docket: Docket, commit: StoredCommit): Promise<void> {
	for (const partnerId of await otherPartners(docket, commit)) {
		docket.tell(partnerId, (ledger) => writeHold(ledger, holdOf(commit)));
	}
}

/** Tells them that it is free again. */
export async function endHold(docket: Docket, commit: StoredCommit): Promise<void> {
	for (const partnerId of await otherPartners(docket, commit)) {
		docket.tell(partnerId, (ledger) => removeHold(ledger, commit.subscriptionKey));
	}
}

async function otherPartners({ tx }: Docket, commit: StoredCommit): Promise<readonly string[]> {
	const related = await tx.relationshipsOf(commit.tenantId);
	return related
		.filter(({ status, partnerId }) => status === "active" && partnerId !== commit.partnerId)
		.map(({ partnerId }) => partnerId);
}

function holdOf(commit: { subscriptionKey: SubscriptionKey } & Pick<StoredCommit, "committedAt">): Hold {
	return { subscriptionKey: commit.subscriptionKey, since: dayOfInstant(commit.committedAt) };
}

function tenantOf(tenantId: TenantId, customer: Customer | undefined, broughtBy: string): StoredTenant {
	return { tenantId, name: customer?.name ?? tenantId, country: customer?.country ?? null, broughtBy };
}
