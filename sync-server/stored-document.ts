import * as Y from "yjs";
import { LEDGER_ROOTS } from "#document/ledger/roots.ts";
import { PLAN_ROOTS } from "#document/plan/roots.ts";
import type { DocumentKind, StoredState } from "./storage/storage.ts";

/**
 * Yjs client of everything that the server writes. One id for ever: a document grows slower with every id it has
 * seen. Nothing undurable leaves the server, so no clock of it is ever told twice with different content.
 */
const LEDGER_CLIENT = 1;

/** Builds a document from what is stored; its roots exist with their type before anything is read. */
export function openStoredDocument(kind: DocumentKind, { snapshot, updates }: StoredState): Y.Doc {
	const doc = new Y.Doc();
	for (const root of kind === "plan" ? PLAN_ROOTS : LEDGER_ROOTS) doc.getMap(root);
	if (snapshot !== undefined) Y.applyUpdate(doc, snapshot.bytes);
	doc.transact(() => {
		for (const update of updates) Y.applyUpdate(doc, update.bytes);
	});
	if (kind === "ledger") doc.clientID = LEDGER_CLIENT;
	return doc;
}
