import * as v from "valibot";
import type * as Y from "yjs";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import { Hold } from "#domain/verdict.ts";

/** `ledger.getMap("holds")`: subscription key to a plain `Hold`, while another partner holds it. */
export function holdRecords(ledger: Y.Doc): Y.Map<unknown> {
	return ledger.getMap("holds");
}

export function readHold(value: unknown): Hold | undefined {
	const result = v.safeParse(Hold, value);
	return result.success ? result.output : undefined;
}

/** Called inside the registrar's transaction. */
export function writeHold(ledger: Y.Doc, hold: Hold): void {
	holdRecords(ledger).set(hold.subscriptionKey, hold);
}

/** Called inside the registrar's transaction. */
export function removeHold(ledger: Y.Doc, key: SubscriptionKey): void {
	holdRecords(ledger).delete(key);
}
