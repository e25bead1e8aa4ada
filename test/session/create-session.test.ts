import { createEffect, createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { writeHold } from "#document/ledger/holds.ts";
import { writeLedgerMeta } from "#document/ledger/meta.ts";
import { writeRelationship } from "#document/ledger/relationships.ts";
import { writeRelease } from "#document/ledger/releases.ts";
import { writeVerdict } from "#document/ledger/verdicts.ts";
import { agreementRecords, putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, editDraft, scheduleNodes } from "#document/plan/schedules.ts";
import type { AgreementId } from "#domain/agreement.ts";
import { day } from "#domain/day.ts";
import {
	keyOf,
	makeAgreement,
	makeCommitted,
	makeCustomer,
	makePartner,
	makeRevision,
	makeSchedule,
} from "../support/nouns.ts";
import { nextFrame, openTestSession, TEST_NOW_MS, type TestSession } from "../support/test-session.ts";

const open: TestSession[] = [];
afterEach(() => {
	for (const one of open.splice(0)) one.dispose();
});

function opened(options: Parameters<typeof openTestSession>[0] = {}): TestSession {
	const one = openTestSession(options);
	open.push(one);
	return one;
}

describe("a session", () => {
	test("begins with what the documents hold", () => {
		const before = opened();
		putCustomer(before.plan, makeCustomer());
		putAgreement(before.plan, makeAgreement());
		const { session } = opened({ plan: before.plan });
		expect([...session.customers.all().keys()]).toEqual([makeCustomer().id]);
		expect(session.agreementsByCustomer().get(makeCustomer().id)).toEqual([makeAgreement()]);
	});

	test("follows the plan, and a row follows only its own schedule", async () => {
		const { session, plan } = opened();
		draftSchedule(plan, makeSchedule("schedule-1"));
		draftSchedule(plan, makeSchedule("schedule-2", { lineKey: "OTHER" }));
		let runs = 0;
		const dispose = createRoot((end) => {
			createEffect(() => {
				session.schedules["schedule-1"]?.terms.quantity;
				runs++;
			});
			return end;
		});
		editDraft(plan, makeSchedule("schedule-2").id, { quantity: 7 });
		expect(runs).toBe(1);
		editDraft(plan, makeSchedule("schedule-1").id, { quantity: 8 });
		expect(runs).toBe(2);
		dispose();
		expect(Object.fromEntries(session.schedulesByLine())).toEqual({
			[`${makeAgreement().id}\nZUB-92164`]: ["schedule-1"],
			[`${makeAgreement().id}\nOTHER`]: ["schedule-2"],
		});
	});

	test("counts what cannot be read", async () => {
		const { session, plan } = opened();
		agreementRecords(plan).set("elsewhere", makeAgreement());
		agreementRecords(plan).set("newer", { ...makeAgreement({ id: "newer" as AgreementId }), lines: "many" });
		(scheduleNodes(plan) as ReturnType<typeof agreementRecords>).set("flat", { terms: 1 });
		await nextFrame();
		expect([session.agreements.unreadable(), session.unreadableSchedules()]).toEqual([2, 1]);
	});

	test("knows what the ledger says", async () => {
		const { session, ledger } = opened();
		const revision = makeRevision("revision-1");
		const verdict = makeCommitted(revision, makeSchedule("schedule-1").id);
		const partner = makePartner({ name: "Renamed" });
		ledger.transact(() => {
			writeVerdict(ledger, verdict);
			writeHold(ledger, { subscriptionKey: keyOf(makeRevision("other")), since: day("2026-11-21") });
			writeRelationship(ledger, { tenantId: "t", status: "none" });
			writeLedgerMeta(ledger, { partner, publicKey: "key" });
		});
		await nextFrame();
		expect(session.verdict(revision.id)).toEqual(verdict);
		expect([...session.commitments()]).toEqual([[keyOf(revision), verdict]]);
		expect(session.holds()).toEqual(new Set([keyOf(revision)]));
		expect([session.relationship("t"), session.relationship("u")]).toEqual(["none", undefined]);
		expect([session.partner().name, session.publicKey()]).toEqual(["Renamed", "key"]);
		writeRelease(ledger, {
			revisionId: revision.id,
			outcome: "released",
			reason: null,
			at: verdict.at,
			receipt: null,
		});
		await nextFrame();
		expect([session.release(revision.id)?.outcome, session.commitments().size]).toEqual(["released", 0]);
	});

	test("has a catalogue once an offer matrix is there", async () => {
		const { session } = opened();
		expect(session.hasCatalogue()).toBe(false);
		await session.importCatalogue({ parts: [] });
		expect(session.hasCatalogue()).toBe(false);
	});

	test("exports what is on the device", () => {
		const { session, plan } = opened();
		putCustomer(plan, makeCustomer());
		const exported = JSON.parse(session.exportAll());
		expect(exported.plan.customers).toEqual({ [makeCustomer().id]: makeCustomer() });
		expect(exported.workspace.memberName).toBe("Anna Sievers");
	});

	test("tells the time by the server's clock", () => {
		const { session, setClockOffsetMs } = opened();
		expect([session.today(), session.clockSkewMs()]).toEqual(["2026-11-22", undefined]);
		setClockOffsetMs(86_400_000);
		expect([session.today(), session.clockSkewMs()]).toEqual(["2026-11-23", -86_400_000]);
		expect(session.instant()).toBe("2026-11-23T09:00:00.000Z");
		expect(session.nowMs()).toBe(TEST_NOW_MS + 86_400_000);
	});

	test("is on another day at 00:00 UTC", async () => {
		const aheadMs = Date.parse("2026-11-22T23:59:59.900Z") - Date.now();
		const { session } = opened({ now: () => Date.now() + aheadMs });
		expect(session.today()).toBe("2026-11-22");
		await expect.poll(() => session.today()).toBe("2026-11-23");
	});

	test("has an id for each new record", () => {
		const { session } = opened();
		const ids = Array.from({ length: 100 }, () => session.newId());
		expect(new Set(ids).size).toBe(100);
		expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
	});
});
