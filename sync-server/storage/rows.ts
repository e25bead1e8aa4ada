import type { Selectable } from "kysely";
import * as v from "valibot";
import { TenantId } from "#domain/customer.ts";
import { Day, Instant } from "#domain/day.ts";
import { CountryCode, Partner } from "#domain/partner.ts";
import { RevisionId, ScheduleId } from "#domain/schedule.ts";
import { SubscriptionKey } from "#domain/subscription-key.ts";
import { Receipt, RelationshipStatus, Release, Verdict } from "#domain/verdict.ts";
import type {
	ChainEntry,
	StoredCommit,
	StoredDocument,
	StoredKey,
	StoredPartner,
	StoredRelationship,
	StoredTenant,
	StoredUpdate,
} from "./storage.ts";
import type { Tables } from "./tables.ts";

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

// Rows come from a file that people restore and copy: they are parsed like everything from outside, so that a
// damaged one fails with a sentence here and not as a wrong verdict later.

const DocumentKind = v.picklist(["plan", "ledger"]);

export function readDocument(row: Omit<Row<"documents">, "number">): StoredDocument {
	const kind = v.parse(DocumentKind, row.kind);
	return { id: row.id, kind, partnerId: row.partner_id, epoch: row.epoch };
}

export function readUpdate(documentId: string, { document: _, ...row }: Row<"updates">): StoredUpdate {
	return { documentId, ...row };
}

export function readPartner({ plan_id, ledger_id, ...row }: Row<"partners">): StoredPartner {
	return { ...v.parse(Partner, row), planId: plan_id, ledgerId: ledger_id };
}

const TenantRow = v.object({
	id: TenantId,
	name: v.string(),
	country: v.nullable(CountryCode),
	brought_by: v.string(),
});

export function readTenant(row: Row<"tenants">): StoredTenant {
	const { id, name, country, brought_by } = v.parse(TenantRow, row);
	return { tenantId: id, name, country, broughtBy: brought_by };
}

export function writeTenant(tenant: StoredTenant): Row<"tenants"> {
	return { id: tenant.tenantId, name: tenant.name, country: tenant.country, brought_by: tenant.broughtBy };
}

export function readTenantId(row: { id: string }): TenantId {
	return v.parse(TenantId, row.id);
}

export function readRelationship(row: Row<"relationships">): StoredRelationship {
	return {
		tenantId: v.parse(TenantId, row.tenant_id),
		partnerId: row.partner_id,
		status: v.parse(RelationshipStatus, row.status),
	};
}

export function writeRelationship(relationship: StoredRelationship): Row<"relationships"> {
	const { tenantId, partnerId, status } = relationship;
	return { tenant_id: tenantId, partner_id: partnerId, status };
}

export function readCommit(row: Row<"commits">): StoredCommit {
	return {
		number: row.number,
		subscriptionKey: v.parse(SubscriptionKey, row.subscription_key),
		tenantId: v.parse(TenantId, row.tenant_id),
		partnerId: row.partner_id,
		scheduleId: v.parse(ScheduleId, row.schedule_id),
		revisionId: v.parse(RevisionId, row.revision_id),
		eaEndsOn: v.parse(Day, row.ea_ends_on),
		runOn: v.parse(Day, row.run_on),
		committedAt: v.parse(Instant, row.committed_at),
	};
}

/** A commit is written when it is made, hence active. */
export function writeCommit(commit: StoredCommit): Row<"commits"> {
	return {
		number: commit.number,
		subscription_key: commit.subscriptionKey,
		tenant_id: commit.tenantId,
		partner_id: commit.partnerId,
		schedule_id: commit.scheduleId,
		revision_id: commit.revisionId,
		ea_ends_on: commit.eaEndsOn,
		run_on: commit.runOn,
		committed_at: commit.committedAt,
		active: 1,
	};
}

export function readVerdict(json: string): Verdict {
	return v.parse(Verdict, JSON.parse(json));
}

export function readRelease(json: string): Release {
	return v.parse(Release, JSON.parse(json));
}

export function readChainEntry(row: Row<"chain_entries">): ChainEntry {
	return { subscriptionKey: readChainKey(row), receipt: v.parse(Receipt, JSON.parse(row.receipt)) };
}

export function readChainKey(row: { subscription_key: string }): SubscriptionKey {
	return v.parse(SubscriptionKey, row.subscription_key);
}

export function readKey(row: Row<"signing_keys">): StoredKey {
	return { keyId: row.key_id, privateKeyPem: row.private_key_pem };
}
