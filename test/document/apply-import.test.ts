import { expect, test } from "vitest";
import * as Y from "yjs";
import { LOCAL } from "#document/origin.ts";
import { agreementRecords } from "#document/plan/agreements.ts";
import { applyImport } from "#document/plan/apply-import.ts";
import { customerRecords } from "#document/plan/customers.ts";
import { seasonPlan } from "../support/season.ts";

test("an import is one transaction with the origin of a person's edits", async () => {
	const plan = new Y.Doc();
	const origins: unknown[] = [];
	plan.on("afterTransaction", (transaction: Y.Transaction) => origins.push(transaction.origin));
	const counts = applyImport(plan, await seasonPlan());
	expect(counts).toEqual({
		customers: { new: 25, changed: 0, unchanged: 0 },
		agreements: { new: 36, changed: 0, unchanged: 0 },
	});
	expect(origins).toEqual([LOCAL]);
});

test("it is undone as one step", async () => {
	const plan = new Y.Doc();
	const scope = [customerRecords(plan), agreementRecords(plan)];
	const undo = new Y.UndoManager(scope, { trackedOrigins: new Set([LOCAL]) });
	applyImport(plan, await seasonPlan());
	undo.undo();
	expect(customerRecords(plan).size).toBe(0);
	expect(agreementRecords(plan).size).toBe(0);
	expect(undo.undoStack).toHaveLength(0);
});

test("a second time it writes nothing", async () => {
	const plan = new Y.Doc();
	const season = await seasonPlan();
	applyImport(plan, season);
	let updates = 0;
	plan.on("update", () => updates++);
	const counts = applyImport(plan, season);
	expect(counts.agreements).toEqual({ new: 0, changed: 0, unchanged: 36 });
	expect(updates).toBe(0);
});

test("a record that differs is replaced", async () => {
	const plan = new Y.Doc();
	const season = await seasonPlan();
	applyImport(plan, season);
	const [first, ...rest] = season.agreements;
	if (first === undefined) throw new Error("The season has agreements.");
	const counts = applyImport(plan, { customers: [], agreements: [{ ...first, lines: [] }, ...rest] });
	expect(counts.agreements).toEqual({ new: 0, changed: 1, unchanged: 35 });
	expect(agreementRecords(plan).get(first.id)).toMatchObject({ lines: [] });
});
