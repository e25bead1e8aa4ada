import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { relationshipRecords, writeRelationship } from "#document/ledger/relationships.ts";
import { readRelease, releaseRecords } from "#document/ledger/releases.ts";
import { readVerdict, verdictRecords } from "#document/ledger/verdicts.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, scheduleNodes, submitRevision, withdrawRevision } from "#document/plan/schedules.ts";
import type { Instant } from "#domain/day.ts";
import type { PartnerType } from "#domain/partner.ts";
import type { RevisionId } from "#domain/schedule.ts";
import type { Verdict } from "#domain/verdict.ts";
import { startLocalRegistrar } from "#session/local-registrar.ts";
import {
	makeAgreement,
	makeCustomer,
	makeLine,
	makePartner,
	makeRevision,
	makeSchedule,
	makeTerms,
	TENANT,
} from "../support/nouns.ts";
import { TEST_NOW_MS } from "../support/test-session.ts";

const withdrawal = { byName: "Anna Sievers", at: "2026-11-22T09:30:00.000Z" as Instant };
const stops: (() => void)[] = [];
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

function workspace(type: PartnerType = "direct-bill") {
	const plan = new Y.Doc();
	const ledger = new Y.Doc();
	let nowMs = TEST_NOW_MS;
	putCustomer(plan, makeCustomer());
	putAgreement(plan, makeAgreement({ lines: [makeLine(), makeLine({ partNumber: "OTHER-1" })] }));

	return {
		plan,
		ledger,
		start(): () => void {
			const stop = startLocalRegistrar({
				plan,
				ledger,
				partner: makePartner({ type }),
				catalogue: () => undefined,
				nowMs: () => nowMs,
			});
			stops.push(stop);
			return () => {
				stops.splice(stops.indexOf(stop), 1);
				stop();
			};
		},
		setNow(text: string): void {
			nowMs = Date.parse(text);
		},
		submit(schedule: string, revision: string, fields: Parameters<typeof makeRevision>[1] = {}): void {
			const { id } = makeSchedule(schedule);
			if (!scheduleNodes(plan).has(id)) draftSchedule(plan, makeSchedule(schedule));
			submitRevision(plan, id, makeRevision(revision, fields));
		},
		withdraw(schedule: string, revision: string): void {
			withdrawRevision(plan, makeSchedule(schedule).id, revision as RevisionId, withdrawal);
		},
		verdict: (id: string): Verdict | undefined => readVerdict(verdictRecords(ledger).get(id)),
		release: (id: string) => readRelease(releaseRecords(ledger).get(id)),
	};
}

const OTHER_LINE = { line: { partNumber: "OTHER-1", description: "Another" } };

describe("a local registrar", () => {
	test("commits what is submitted, with dense numbers and without a receipt", () => {
		const { start, submit, verdict } = workspace();
		start();
		submit("schedule-1", "revision-1");
		submit("schedule-2", "revision-2", OTHER_LINE);
		expect(verdict("revision-1")).toMatchObject({
			outcome: "committed",
			commitNumber: 1,
			eaEndsOn: "2026-12-15",
			runOn: "2026-12-16",
			receipt: null,
		});
		expect(verdict("revision-2")).toMatchObject({ outcome: "committed", commitNumber: 2 });
	});

	test("judges what it finds when it starts, in the order of its times", () => {
		const { start, submit, verdict } = workspace();
		submit("schedule-2", "revision-2", { at: "2026-11-22T09:20:00.000Z" as Instant });
		submit("schedule-1", "revision-1", { at: "2026-11-22T09:10:00.000Z" as Instant });
		start();
		expect(verdict("revision-1")?.outcome).toBe("committed");
		expect(verdict("revision-2")).toMatchObject({ outcome: "refused", reason: "team-already-scheduled" });
	});

	test("lets an accepted change keep the schedule's place", () => {
		const { start, submit, verdict } = workspace();
		start();
		submit("schedule-1", "revision-1");
		submit("schedule-2", "revision-2", OTHER_LINE);
		submit("schedule-1", "revision-3", { terms: makeTerms({ quantity: 7 }) });
		expect(verdict("revision-3")).toMatchObject({ commitNumber: 1, terms: { quantity: 7 } });
	});

	test("frees a subscription when any revision of its commit is withdrawn", () => {
		const { start, submit, withdraw, release, verdict } = workspace();
		start();
		submit("schedule-1", "revision-1");
		submit("schedule-1", "revision-2");
		withdraw("schedule-1", "revision-2");
		expect([release("revision-1")?.outcome, release("revision-2")?.outcome]).toEqual([
			"released",
			"released",
		]);
		submit("schedule-2", "revision-3");
		expect(verdict("revision-3")).toMatchObject({ outcome: "committed", commitNumber: 2 });
	});

	test("[R52] refuses a withdrawal once the run has begun", () => {
		const { start, submit, withdraw, release, setNow } = workspace();
		start();
		submit("schedule-1", "revision-1");
		setNow("2026-12-16T00:00:00.000Z");
		withdraw("schedule-1", "revision-1");
		expect(release("revision-1")).toMatchObject({ outcome: "refused", reason: "run-has-begun" });
	});

	test("makes void what was withdrawn before it was judged", () => {
		const { start, submit, withdraw, verdict, release } = workspace();
		submit("schedule-1", "revision-1");
		withdraw("schedule-1", "revision-1");
		start();
		expect([verdict("revision-1")?.outcome, release("revision-1")]).toEqual(["void", undefined]);
	});

	test("[R47] refuses a reseller by the rule that a server would", () => {
		const { start, submit, verdict } = workspace("indirect-reseller");
		start();
		submit("schedule-1", "revision-1");
		expect(verdict("revision-1")).toMatchObject({ outcome: "refused", reason: "partner-may-not-transact" });
	});

	test("takes every tenant as related unless its ledger says otherwise", () => {
		const { ledger, start, submit, verdict } = workspace();
		writeRelationship(ledger, { tenantId: TENANT, status: "none" });
		start();
		submit("schedule-1", "revision-1");
		expect(verdict("revision-1")).toMatchObject({ outcome: "refused", reason: "no-relationship" });
		expect(relationshipRecords(ledger).size).toBe(1);
	});

	test("answers what it cannot read, so that nothing waits for ever", () => {
		const { plan, start, verdict } = workspace();
		draftSchedule(plan, makeSchedule("schedule-1"));
		start();
		const revisions = scheduleNodes(plan).get("schedule-1")?.get("revisions");
		(revisions as Y.Map<unknown>).set("revision-9", { from: "a newer version" });
		expect(verdict("revision-9")).toMatchObject({ outcome: "refused", terms: null, subscriptionKey: null });
	});

	test("says the same after a restart and numbers on", () => {
		const { ledger, start, submit, withdraw, verdict } = workspace();
		const stop = start();
		submit("schedule-1", "revision-1");
		submit("schedule-2", "revision-2", OTHER_LINE);
		withdraw("schedule-2", "revision-2");
		stop();
		const before = Y.encodeStateVector(ledger);
		start();
		expect(Y.encodeStateVector(ledger)).toEqual(before);
		submit("schedule-3", "revision-3", OTHER_LINE);
		expect(verdict("revision-3")).toMatchObject({ outcome: "committed", commitNumber: 3 });
	});
});
