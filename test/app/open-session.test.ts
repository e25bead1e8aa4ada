import { createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenSession, openSession } from "#app/open-session.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, submitRevision } from "#document/plan/schedules.ts";
import { addDays, dayOf } from "#domain/day.ts";
import type { Revision } from "#domain/schedule.ts";
import { databaseNames, type Workspace } from "#session/workspace.ts";
import { requested } from "#sync/indexed-db.ts";
import {
	makeAgreement,
	makeCustomer,
	makeLine,
	makePartner,
	makeRevision,
	makeSchedule,
} from "../support/nouns.ts";

type Tab = OpenSession & { dispose(): void };

const tabs: Tab[] = [];
const workspaces: Workspace[] = [];
afterEach(async () => {
	for (const tab of [...tabs]) await closeTab(tab);
	for (const workspace of workspaces.splice(0)) {
		for (const name of Object.values(databaseNames(workspace))) indexedDB.deleteDatabase(name);
	}
});

async function openTab(workspace: Workspace): Promise<Tab> {
	const tab = await createRoot(async (dispose) => ({ ...(await openSession(workspace)), dispose }));
	tabs.push(tab);
	return tab;
}

async function closeTab(tab: Tab): Promise<void> {
	tabs.splice(tabs.indexOf(tab), 1);
	await tab.close();
	tab.dispose();
}

function localWorkspace(): Workspace {
	const workspace: Workspace = {
		kind: "local",
		id: crypto.randomUUID(),
		partner: makePartner(),
		memberName: "Anna Sievers",
		sample: false,
	};
	workspaces.push(workspace);
	return workspace;
}

function teamWorkspace(): Workspace {
	const team = {
		partner: makePartner({ id: crypto.randomUUID() }),
		roles: ["admin-agent" as const],
		epoch: 1,
	};
	const user = { id: "u1", name: "Anna Sievers", email: "anna@rheinblick.example", operator: false };
	const ids = { planId: crypto.randomUUID(), ledgerId: crypto.randomUUID() };
	const workspace: Workspace = {
		kind: "server",
		origin: location.origin,
		info: { user, team: { ...team, ...ids } },
	};
	workspaces.push(workspace);
	return workspace;
}

/** A customer whose agreement ends soon, and schedules for its lines. */
function fill({ session }: Tab): void {
	putCustomer(session.plan, makeCustomer());
	const endsOn = addDays(dayOf(Date.now()), 30);
	const lines = ["AAA-1", "AAA-2", "AAA-3"].map((partNumber) => makeLine({ partNumber }));
	putAgreement(session.plan, makeAgreement({ endsOn, lines }));
}

function submit({ session }: Tab, partNumber: string): Revision {
	const revision = makeRevision(session.newId(), { line: { partNumber, description: "M365 E3" } });
	const schedule = makeSchedule(session.newId(), { lineKey: partNumber });
	draftSchedule(session.plan, schedule);
	submitRevision(session.plan, schedule.id, revision);
	return revision;
}

const numbersIn = ({ session }: Tab) =>
	[...session.commitments().values()].map((one) => one.commitNumber).sort();

describe("a local workspace", () => {
	test("comes back with what was typed and committed", async () => {
		const workspace = localWorkspace();
		const tab = await openTab(workspace);
		fill(tab);
		const revision = submit(tab, "AAA-1");
		await expect.poll(() => tab.session.verdict(revision.id)?.outcome).toBe("committed");
		await closeTab(tab);
		const again = await openTab(workspace);
		expect(again.session.customers.all().size).toBe(1);
		expect(numbersIn(again)).toEqual([1]);
		expect(again.session.connection()).toEqual({ state: "local" });
		expect(again.session.storage()).toMatchObject({ state: "ok" });
	});

	test("keeps its catalogue on the device", async () => {
		const workspace = localWorkspace();
		const tab = await openTab(workspace);
		const part = { partNumber: "AAA-1", sku: "CFQ7TTC0LF8R/0001" };
		await tab.session.importCatalogue({ parts: [part as never] });
		await closeTab(tab);
		const again = await openTab(workspace);
		expect(again.session.catalogue().skuByPart.get("AAA-1")).toBe(part.sku);
	});

	test("is the same in two tabs, of which one judges, and the other goes on when that one is closed", async () => {
		const workspace = localWorkspace();
		const first = await openTab(workspace);
		fill(first);
		const second = await openTab(workspace);
		await expect.poll(() => second.session.agreements.all().size).toBe(1);
		submit(second, "AAA-1");
		submit(first, "AAA-2");
		await expect
			.poll(() => [numbersIn(first), numbersIn(second)])
			.toEqual([
				[1, 2],
				[1, 2],
			]);
		await closeTab(first);
		submit(second, "AAA-3");
		await expect.poll(() => numbersIn(second)).toEqual([1, 2, 3]);
	});

	test("that has vanished from the device is said to have, and not taken for an empty one", async () => {
		const workspace = localWorkspace();
		const tab = await openTab(workspace);
		fill(tab);
		await closeTab(tab);
		for (const name of Object.values(databaseNames(workspace))) {
			await requested(indexedDB.deleteDatabase(name));
		}
		const again = await openTab(workspace);
		expect(again.session.storage()).toEqual({ state: "failed", reason: "vanished" });
	});
});

describe("a team's workspace", () => {
	test("opens without its server, keeps what is typed, and counts it", async () => {
		const workspace = teamWorkspace();
		const tab = await openTab(workspace);
		putCustomer(tab.session.plan, makeCustomer());
		await expect.poll(() => tab.session.connection()).toMatchObject({ state: "unreachable", unsent: 1 });
		await closeTab(tab);
		const again = await openTab(workspace);
		expect(again.session.customers.all().size).toBe(1);
		expect(again.session.me().name).toBe("Anna Sievers");
		await expect.poll(() => again.session.connection()).toMatchObject({ state: "unreachable", unsent: 1 });
	});
});

test("a session needs a root", async () => {
	await expect(openSession(localWorkspace())).rejects.toThrow("root");
});
