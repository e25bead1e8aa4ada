import * as v from "valibot";
import type * as Y from "yjs";
import { Verdict } from "#domain/verdict.ts";

/** `ledger.getMap("verdicts")`: revision id to a plain `Verdict`, final once written. */
export function verdictRecords(ledger: Y.Doc): Y.Map<unknown> {
	return ledger.getMap("verdicts");
}

export function readVerdict(value: unknown): Verdict | undefined {
	const result = v.safeParse(Verdict, value);
	return result.success ? result.output : undefined;
}

/** Called inside the registrar's transaction. */
export function writeVerdict(ledger: Y.Doc, verdict: Verdict): void {
	verdictRecords(ledger).set(verdict.revisionId, verdict);
}
