import * as v from "valibot";
import type * as Y from "yjs";
import { Release } from "#domain/verdict.ts";

/** `ledger.getMap("releases")`: revision id to a plain `Release`: the answer to a withdrawal. */
export function releaseRecords(ledger: Y.Doc): Y.Map<unknown> {
	return ledger.getMap("releases");
}

export function readRelease(value: unknown): Release | undefined {
	const result = v.safeParse(Release, value);
	return result.success ? result.output : undefined;
}

/** Called inside the registrar's transaction. */
export function writeRelease(ledger: Y.Doc, release: Release): void {
	releaseRecords(ledger).set(release.revisionId, release);
}
