import * as v from "valibot";
import type * as Y from "yjs";
import { Relationship } from "#domain/verdict.ts";

/** `ledger.getMap("relationships")`: tenant id to a plain `Relationship`. Absent: the server has not seen the tenant yet. */
export function relationshipRecords(ledger: Y.Doc): Y.Map<unknown> {
	return ledger.getMap("relationships");
}

export function readRelationship(value: unknown): Relationship | undefined {
	const result = v.safeParse(Relationship, value);
	return result.success ? result.output : undefined;
}

/** Called inside the registrar's transaction. */
export function writeRelationship(ledger: Y.Doc, relationship: Relationship): void {
	relationshipRecords(ledger).set(relationship.tenantId, relationship);
}
