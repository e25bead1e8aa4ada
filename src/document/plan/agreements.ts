import * as v from "valibot";
import type * as Y from "yjs";
import { LOCAL } from "#document/origin.ts";
import { Agreement, type AgreementId } from "#domain/agreement.ts";
import { isPlainAgreement } from "./plain-agreement.ts";

/** `plan.getMap("agreements")`: agreement id to a plain `Agreement` with its lines. Written whole, by imports. */
export function agreementRecords(plan: Y.Doc): Y.Map<unknown> {
	return plan.getMap("agreements");
}

/** The stored record itself where it needs no parsing: it may not be changed. */
export function readAgreement(value: unknown): Agreement | undefined {
	if (isPlainAgreement(value)) return value;
	const result = v.safeParse(Agreement, value);
	return result.success ? result.output : undefined;
}

/** Replaces an agreement with all its lines; `false` if the same record stands there already. */
export function putAgreement(plan: Y.Doc, agreement: Agreement): boolean {
	const records = agreementRecords(plan);
	if (JSON.stringify(records.get(agreement.id)) === JSON.stringify(agreement)) return false;
	plan.transact(() => records.set(agreement.id, agreement), LOCAL);
	return true;
}

export function removeAgreement(plan: Y.Doc, id: AgreementId): void {
	plan.transact(() => agreementRecords(plan).delete(id), LOCAL);
}
