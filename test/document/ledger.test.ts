import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { holdRecords, readHold, removeHold, writeHold } from "#document/ledger/holds.ts";
import { observeLedgerMeta, readLedgerMeta, writeLedgerMeta } from "#document/ledger/meta.ts";
import { readRelationship, relationshipRecords, writeRelationship } from "#document/ledger/relationships.ts";
import { readVerdict, verdictRecords, writeVerdict } from "#document/ledger/verdicts.ts";
import type { Partner } from "#domain/partner.ts";
import type { Hold, Verdict } from "#domain/verdict.ts";

const partner = {
	id: "p1",
	name: "Nordlicht Distribution",
	type: "indirect-provider",
	country: "DE",
} as Partner;

const refused = {
	outcome: "refused",
	revisionId: "revision-1",
	scheduleId: "schedule-1",
	subscriptionKey: null,
	terms: null,
	at: "2026-11-22T09:14:00.000Z",
	reason: "held",
} as unknown as Verdict;

describe("a verdict", () => {
	test("is read back as it was written", () => {
		const ledger = new Y.Doc();
		writeVerdict(ledger, refused);
		expect(readVerdict(verdictRecords(ledger).get("revision-1"))).toEqual(refused);
	});

	test("with a reason of a newer server is shown as unknown, not dropped", () => {
		expect(readVerdict({ ...refused, reason: "moon-phase" })).toMatchObject({
			outcome: "refused",
			reason: "unknown",
		});
	});

	test("with an outcome of a newer server does not parse", () => {
		expect(readVerdict({ ...refused, outcome: "postponed" })).toBeUndefined();
	});
});

describe("a hold", () => {
	test("[R64] says that another partner holds a subscription and nothing more", () => {
		const ledger = new Y.Doc();
		const hold = { subscriptionKey: "d14d/8412/ZUB", since: "2026-11-22" } as Hold;
		writeHold(ledger, hold);
		expect(readHold(holdRecords(ledger).get(hold.subscriptionKey))).toEqual(hold);
		expect(Object.keys(hold)).toEqual(["subscriptionKey", "since"]);

		removeHold(ledger, hold.subscriptionKey);
		expect(holdRecords(ledger).size).toBe(0);
	});
});

describe("the ledger's meta", () => {
	test("is written once and read by every member", () => {
		const ledger = new Y.Doc();
		let changes = 0;
		const stop = observeLedgerMeta(ledger, () => changes++);
		expect(readLedgerMeta(ledger)).toEqual({ partner: undefined, publicKey: undefined });
		ledger.transact(() => writeLedgerMeta(ledger, { partner, publicKey: "key" }));
		ledger.transact(() => writeLedgerMeta(ledger, { partner, publicKey: "key" }));
		stop();
		expect(readLedgerMeta(ledger)).toEqual({ partner, publicKey: "key" });
		expect(changes).toBe(1);
	});
});

test("a relationship with a word of a newer server counts as none", () => {
	const ledger = new Y.Doc();
	writeRelationship(ledger, { tenantId: "t", status: "active" });
	expect(readRelationship(relationshipRecords(ledger).get("t"))).toEqual({ tenantId: "t", status: "active" });
	expect(readRelationship({ tenantId: "t", status: "paused" })).toEqual({ tenantId: "t", status: "none" });
});
