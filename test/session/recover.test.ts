import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { customerRecords, putCustomer } from "#document/plan/customers.ts";
import { noteRefusal, recoverUnsent, withFreshCopy } from "#session/recover.ts";
import { databaseNames, forgetWorkspace, readWorkspace, type ServerWorkspace } from "#session/workspace.ts";
import { openPersistence } from "#sync/persist.ts";
import { makeCustomer, makePartner } from "../support/nouns.ts";

let workspace: ServerWorkspace;

beforeEach(() => {
	workspace = {
		kind: "server",
		origin: location.origin,
		info: {
			user: { id: "u1", name: "Anna Sievers", email: "anna@rheinblick.example", operator: false },
			team: {
				partner: makePartner(),
				roles: ["admin-agent"],
				planId: crypto.randomUUID(),
				ledgerId: crypto.randomUUID(),
				epoch: 1,
			},
		},
	};
});
afterEach(() => {
	forgetWorkspace();
	localStorage.clear();
});

async function typeInto(name: string, type: (plan: Y.Doc) => void): Promise<void> {
	const plan = new Y.Doc();
	const persistence = await openPersistence(name, plan, () => undefined);
	type(plan);
	await persistence.close();
}

describe("a copy of a team's documents", () => {
	test("is kept as long as nothing was refused", () => {
		const names = databaseNames(workspace);
		expect(withFreshCopy(workspace)).toEqual(workspace);
		expect(databaseNames(workspace)).toEqual(names);
	});

	test.each(["forbidden", "gone", "no-team", "client-too-old"])("is kept when the refusal is %s", (code) => {
		const names = databaseNames(workspace);
		noteRefusal(names, code);
		withFreshCopy(workspace);
		expect(databaseNames(workspace)).toEqual(names);
	});

	test("is begun anew after a refusal, and what only the old one had is done again", async () => {
		const before = databaseNames(workspace);
		await typeInto(before.plan, (plan) => {
			putCustomer(plan, makeCustomer());
			plan.getMap("secrets").set("a", 1);
		});
		noteRefusal(before, "unknown-root");
		expect(withFreshCopy(workspace)).toEqual(workspace);
		const after = databaseNames(workspace);
		expect(after.plan).not.toBe(before.plan);

		const plan = new Y.Doc();
		await recoverUnsent(after, plan);
		expect([...customerRecords(plan).keys()]).toEqual([makeCustomer().id]);
		const again = new Y.Doc();
		await recoverUnsent(after, again);
		expect(customerRecords(again).size).toBe(0);
		await typeInto(before.plan, (old) => expect(old.getMap("secrets").size).toBe(1));
	});

	test("follows the server into another epoch once that is known", () => {
		const before = databaseNames(workspace);
		noteRefusal(before, "epoch-changed");
		expect(withFreshCopy(workspace)).toEqual(workspace);
		const { user, team } = workspace.info;
		noteRefusal(before, "epoch-changed", { user, team: { ...team, epoch: 2 } });
		noteRefusal(before, "epoch-changed");
		const fresh = withFreshCopy(workspace);
		expect(fresh.info.team.epoch).toBe(2);
		expect(readWorkspace()).toEqual(fresh);
		expect(databaseNames(fresh).plan).not.toBe(before.plan);
	});
});
