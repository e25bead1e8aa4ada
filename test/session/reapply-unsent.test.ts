import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { agreementRecords, putAgreement } from "#document/plan/agreements.ts";
import { customerRecords, putCustomer, removeCustomer } from "#document/plan/customers.ts";
import {
	discardDraft,
	draftSchedule,
	editDraft,
	readSchedule,
	scheduleNodes,
	submitRevision,
	withdrawRevision,
} from "#document/plan/schedules.ts";
import type { CustomerId } from "#domain/customer.ts";
import type { Instant } from "#domain/day.ts";
import { reapplyUnsent } from "#session/reapply-unsent.ts";
import { makeAgreement, makeCustomer, makeRevision, makeSchedule } from "../support/nouns.ts";

const schedule = makeSchedule("schedule-1");
const revision = makeRevision("revision-1");
const withdrawal = { byName: "Anna Sievers", at: "2026-11-22T09:30:00.000Z" as Instant };

/** A device and the server's plan as they stood when both had the same. */
function inStep(fill: (plan: Y.Doc) => void = () => undefined) {
	const device = new Y.Doc();
	fill(device);
	const server = new Y.Doc();
	Y.applyUpdate(server, Y.encodeStateAsUpdate(device));
	return { device, server, durable: Y.decodeStateVector(Y.encodeStateVector(device)) };
}

const scheduleIn = (plan: Y.Doc) => {
	const node = scheduleNodes(plan).get(schedule.id);
	return node && readSchedule(node, schedule.id);
};

describe("what only the device has", () => {
	test("is done again: customers, agreements, drafts, submissions, withdrawals", () => {
		const { device, server, durable } = inStep();
		putCustomer(device, makeCustomer());
		putAgreement(device, makeAgreement());
		draftSchedule(device, schedule);
		submitRevision(device, schedule.id, revision);
		withdrawRevision(device, schedule.id, revision.id, withdrawal);
		reapplyUnsent(device, durable, server);
		expect(customerRecords(server).toJSON()).toEqual(customerRecords(device).toJSON());
		expect(agreementRecords(server).toJSON()).toEqual(agreementRecords(device).toJSON());
		expect(scheduleIn(server)).toEqual(scheduleIn(device));
	});

	test("is done again field by field: what a colleague has typed meanwhile stays", () => {
		const { device, server, durable } = inStep((plan) => draftSchedule(plan, schedule));
		editDraft(device, schedule.id, { quantity: 7 });
		editDraft(server, schedule.id, { quantity: 9, term: "P3Y" });
		reapplyUnsent(device, durable, server);
		expect(scheduleIn(server)?.terms).toMatchObject({ quantity: 7, term: "P3Y" });
	});

	test("changes nothing when it is done twice", () => {
		const { device, server, durable } = inStep((plan) => draftSchedule(plan, schedule));
		editDraft(device, schedule.id, { quantity: 7 });
		submitRevision(device, schedule.id, revision);
		reapplyUnsent(device, durable, server);
		const after = Y.encodeStateVector(server);
		reapplyUnsent(device, durable, server);
		expect(Y.encodeStateVector(server)).toEqual(after);
	});

	test("leaves behind what no plan may hold and what cannot be read", () => {
		const { device, server, durable } = inStep();
		device.getMap("secrets").set("a", 1);
		customerRecords(device).set("odd", { name: 7 });
		putCustomer(device, makeCustomer());
		reapplyUnsent(device, durable, server);
		expect([...server.share.keys()]).not.toContain("secrets");
		expect([...customerRecords(server).keys()]).toEqual([makeCustomer().id]);
	});

	test("does not bring back what the server has lost or others have removed", () => {
		const gone = makeCustomer({ id: "gone" as CustomerId });
		const { device, server, durable } = inStep((plan) => putCustomer(plan, gone));
		removeCustomer(server, gone.id);
		putCustomer(device, makeCustomer());
		reapplyUnsent(device, durable, server);
		expect([...customerRecords(server).keys()]).toEqual([makeCustomer().id]);
	});

	test("throws a draft away that was thrown away here", () => {
		const { device, server, durable } = inStep((plan) => draftSchedule(plan, schedule));
		discardDraft(device, schedule.id);
		reapplyUnsent(device, durable, server);
		expect(scheduleIn(server)?.discarded).toEqual(schedule.terms);
	});
});
