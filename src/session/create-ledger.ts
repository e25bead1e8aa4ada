import { createMemo, createSignal, onCleanup } from "solid-js";
import type * as Y from "yjs";
import { holdRecords, readHold } from "#document/ledger/holds.ts";
import { type LedgerMeta, observeLedgerMeta, readLedgerMeta } from "#document/ledger/meta.ts";
import { readRelationship, relationshipRecords } from "#document/ledger/relationships.ts";
import { readRelease, releaseRecords } from "#document/ledger/releases.ts";
import { readVerdict, verdictRecords } from "#document/ledger/verdicts.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import { projectFacts } from "#reactive/project-facts.ts";
import { activeCommitments } from "./commitments.ts";

/** What the registrar has written for this team. */
export function createLedger(ledger: Y.Doc) {
	const verdicts = projectFacts(verdictRecords(ledger), readVerdict);
	const releases = projectFacts(releaseRecords(ledger), readRelease);
	const held = projectFacts(holdRecords(ledger), readHold);
	const relationships = projectFacts(relationshipRecords(ledger), readRelationship);
	const [meta, setMeta] = createSignal<LedgerMeta>(readLedgerMeta(ledger));
	const commitments = createMemo(() => activeCommitments(verdicts.all().values(), releases.all()));
	const holds = createMemo(() => new Set([...held.all().values()].map((hold) => hold.subscriptionKey)));

	onCleanup(observeLedgerMeta(ledger, () => setMeta(readLedgerMeta(ledger))));

	return {
		verdict: (id: string) => verdicts.all().get(id),
		release: (id: string) => releases.all().get(id),
		commitments,
		holds: holds as () => ReadonlySet<SubscriptionKey>,
		relationship: (tenantId: string) => relationships.all().get(tenantId)?.status,
		meta,
	};
}
