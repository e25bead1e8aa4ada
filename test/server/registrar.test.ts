import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readLedgerMeta } from "#document/ledger/meta.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { draftSchedule, scheduleNodes, withdrawRevision } from "#document/plan/schedules.ts";
import type { Instant } from "#domain/day.ts";
import type { Role } from "#domain/partner.ts";
import { openSqlite } from "../../sync-server/storage/sqlite.ts";
import { updateRow } from "../../sync-server/storage/update-hash.ts";
import { catalogueWith } from "../support/catalogue.ts";
import { chainFaults } from "../support/chain.ts";
import { joinedClient, makeMemoryClient, settle } from "../support/memory-client.ts";
import {
	keyOf,
	makeAgreement,
	makeLine,
	makeRevision,
	makeSchedule,
	makeTerms,
	TENANT,
	US,
} from "../support/nouns.ts";
import { MORNING, openSyncCore } from "../support/sync-core.ts";
import {
	answerIn,
	holdsIn,
	importSeason,
	joinedTeam,
	relationshipIn,
	releaseIn,
	settleTeams,
	submit,
	type Team,
	twoRelatedTeams,
	verdictIn,
	withdraw,
} from "../support/team.ts";

const KEY = keyOf(makeRevision("revision-1"));
const DAY_MS = 24 * 60 * 60 * 1000;
const YESTERDAY = "2026-11-21T09:00:00.000Z" as Instant;

function commitNumber(team: Team, id: string): number | undefined {
	const verdict = verdictIn(team.ledger.doc, id);
	return verdict?.outcome === "committed" ? verdict.commitNumber : undefined;
}

describe("two partners and one subscription", () => {
	test("[R94] (a) both online: the first that arrives is committed, the other learns no more than that it is held", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a");
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		expect(answerIn(a.ledger.doc, "revision-a")).toBe("committed");
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("held");
		expect(holdsIn(b.ledger.doc)).toEqual([KEY]);
		expect(holdsIn(a.ledger.doc)).toEqual([]);
		expect(JSON.stringify(b.ledger.doc.toJSON())).not.toContain("rheinblick");
	});

	test("[R94] (b) A offline first, B online: B is committed although A's input is older", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		a.plan.disconnect();
		submit(a.plan.doc, "revision-a", { at: YESTERDAY });
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		await a.plan.connect(core);
		await settleTeams(core, a, b);
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("committed");
		expect(answerIn(a.ledger.doc, "revision-a")).toBe("held");
	});

	test("[R94] (c) both offline: who reconnects first is committed", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		for (const { plan } of [a, b]) plan.disconnect();
		submit(a.plan.doc, "revision-a");
		submit(b.plan.doc, "revision-b");
		await b.plan.connect(core);
		await settleTeams(core, a, b);
		await a.plan.connect(core);
		await settleTeams(core, a, b);
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("committed");
		expect(answerIn(a.ledger.doc, "revision-a")).toBe("held");
	});

	test("[R95] (d) when A cancels, the hold ends and B's second try is committed", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a");
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		withdraw(a.plan.doc, "revision-a");
		await settleTeams(core, a, b);
		expect(releaseIn(a.ledger.doc, "revision-a")?.outcome).toBe("released");
		expect(holdsIn(b.ledger.doc)).toEqual([]);
		submit(b.plan.doc, "revision-b2", { scheduleId: "schedule-of-revision-b" });
		await settleTeams(core, a, b);
		expect(answerIn(b.ledger.doc, "revision-b2")).toBe("committed");
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("held");
		expect(commitNumber(b, "revision-b2")).toBe(2);
		expect(holdsIn(a.ledger.doc)).toEqual([KEY]);
		const chain = await core.storage.chain(KEY);
		expect(chain.map(({ receipt }) => receipt.kind)).toEqual(["commit", "release", "commit"]);
		expect(chainFaults(chain, readLedgerMeta(a.ledger.doc).publicKey ?? "")).toEqual([]);
	});

	test("[R94] (e) A's clock is set back a day: nothing changes", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, b);
		submit(a.plan.doc, "revision-a", { at: YESTERDAY });
		await settleTeams(core, a, b);
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("committed");
		expect(answerIn(a.ledger.doc, "revision-a")).toBe("held");
	});
});

describe("a submitted revision", () => {
	test("[R58] that a sales agent brings is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		const roles: Role[] = ["sales-agent", "account-admin"];
		const sales = await joinedClient(core, team.partner.plan, { userId: "sales", roles });
		submit(sales.doc, "revision-1");
		await settle(core, sales, team.plan, team.ledger);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("role-not-allowed");
	});

	test("[R47] of a reseller is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core, { type: "indirect-reseller" });
		submit(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("partner-may-not-transact");
	});

	test("[R22] for a tenant of another region is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core, { country: US });
		submit(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("other-region");
	});

	test("for an EA subscription that the plan does not know is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1", { line: { partNumber: "ZZZ-99999", description: "Nobody's" } });
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("unknown-subscription");
	});

	test("with terms that the price list does not have is refused", async () => {
		const core = await openSyncCore({ catalogue: catalogueWith() });
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1", { terms: makeTerms({ term: "P3Y", billingPlan: "triennial" }) });
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("illegal-terms");
	});

	test.each([
		["a field of the wrong type", { ...makeRevision("revision-1"), terms: { quantity: "many" } }],
		["another id than its key", makeRevision("revision-2")],
		["no fields at all", "submitted"],
	])("with %s cannot be read and is refused", async (_, value) => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		const schedule = new Y.Map<unknown>(Object.entries({ withdrawn: new Y.Map() }));
		schedule.set("revisions", new Y.Map([["revision-1", value]]));
		scheduleNodes(team.plan.doc).set("schedule-1", schedule);
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("illegal-terms");
		expect(verdictIn(team.ledger.doc, "revision-1")?.terms).toBe(null);
	});

	test("that arrives already withdrawn is void and holds nothing", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		a.plan.disconnect();
		submit(a.plan.doc, "revision-a");
		withdraw(a.plan.doc, "revision-a");
		await a.plan.connect(core);
		await settleTeams(core, a, b);
		expect(answerIn(a.ledger.doc, "revision-a")).toBe("void");
		expect(releaseIn(a.ledger.doc, "revision-a")).toBe(undefined);
		expect(holdsIn(b.ledger.doc)).toEqual([]);
	});

	test("[R94] for what a colleague has scheduled is refused: the first committed stays", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1");
		submit(team.plan.doc, "revision-2");
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-2")).toBe("team-already-scheduled");
	});

	test("keeps its verdict when a member overwrites it in the plan", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		const before = verdictIn(team.ledger.doc, "revision-1");
		const revisions = scheduleNodes(team.plan.doc).get("schedule-of-revision-1")?.get("revisions");
		if (revisions instanceof Y.Map)
			revisions.set("revision-1", makeRevision("revision-1", { terms: makeTerms({ quantity: 1 }) }));
		await settleTeams(core, team);
		expect(verdictIn(team.ledger.doc, "revision-1")).toEqual(before);
		expect(await core.storage.chain(KEY)).toHaveLength(1);
	});
});

describe("a change of a committed schedule", () => {
	test("keeps its place and its run, and appends to the chain", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a", { scheduleId: "schedule-a" });
		await settleTeams(core, a, b);
		core.clock.ms += DAY_MS;
		const terms = makeTerms({ quantity: 120 });
		submit(a.plan.doc, "revision-a2", { scheduleId: "schedule-a", terms });
		await settleTeams(core, a, b);
		const verdict = verdictIn(a.ledger.doc, "revision-a2");
		expect(verdict).toMatchObject({ outcome: "committed", commitNumber: 1, runOn: "2026-12-16", terms });
		expect((await core.storage.chain(KEY)).map(({ receipt }) => receipt.kind)).toEqual(["commit", "change"]);
		expect(holdsIn(b.ledger.doc)).toEqual([KEY]);
	});

	test("[R52] that reaches the server after the run began is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1", { scheduleId: "schedule-1" });
		await settleTeams(core, team);
		core.clock.ms = Date.parse("2026-12-16T00:00:00.000Z");
		submit(team.plan.doc, "revision-2", { scheduleId: "schedule-1" });
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-2")).toBe("run-has-begun");
	});

	test("made offline with the first is judged after it, whatever the device's clock says", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		team.plan.disconnect();
		submit(team.plan.doc, "revision-z", { scheduleId: "schedule-1" });
		submit(team.plan.doc, "revision-a", { scheduleId: "schedule-1", at: YESTERDAY });
		await team.plan.connect(core);
		await settleTeams(core, team);
		const chain = await core.storage.chain(KEY);
		expect(chain.map(({ receipt }) => receipt.revisionId)).toEqual(["revision-z", "revision-a"]);
	});
});

describe("a withdrawal", () => {
	test("of a revision that a change has replaced ends the commit, and nothing of the schedule stays committed", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a", { scheduleId: "schedule-a" });
		submit(a.plan.doc, "revision-a2", { scheduleId: "schedule-a" });
		await settleTeams(core, a, b);
		withdraw(a.plan.doc, "revision-a", "schedule-a");
		await settleTeams(core, a, b);
		expect(await core.storage.activeCommit(KEY)).toBe(undefined);
		expect(releaseIn(a.ledger.doc, "revision-a")).toMatchObject({ outcome: "released" });
		expect(releaseIn(a.ledger.doc, "revision-a")?.receipt?.kind).toBe("release");
		expect(releaseIn(a.ledger.doc, "revision-a2")).toMatchObject({ outcome: "released", receipt: null });
		expect(holdsIn(b.ledger.doc)).toEqual([]);
	});

	test("[R58] by a sales agent is refused, and the hold stays", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a");
		await settleTeams(core, a, b);
		const sales = await joinedClient(core, a.partner.plan, { userId: "sales", roles: ["sales-agent"] });
		withdraw(sales.doc, "revision-a");
		await settle(core, sales, a.plan, a.ledger, b.ledger);
		expect(releaseIn(a.ledger.doc, "revision-a")).toMatchObject({
			outcome: "refused",
			reason: "role-not-allowed",
		});
		expect(holdsIn(b.ledger.doc)).toEqual([KEY]);
	});

	test("[R58] that a sales agent was refused is open to an admin agent, who asks again", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a");
		await settleTeams(core, a, b);
		const sales = await joinedClient(core, a.partner.plan, { userId: "sales", roles: ["sales-agent"] });
		withdraw(sales.doc, "revision-a");
		await settle(core, sales, a.plan, a.ledger, b.ledger);
		await core.registrar.judgeUnjudged();
		expect(releaseIn(a.ledger.doc, "revision-a")?.outcome).toBe("refused");
		const { id } = makeSchedule("schedule-of-revision-a");
		withdrawRevision(a.plan.doc, id, makeRevision("revision-a").id, {
			byName: "Deniz Kaya",
			at: makeRevision("revision-a").at,
		});
		await settleTeams(core, a, b);
		expect(releaseIn(a.ledger.doc, "revision-a")?.outcome).toBe("released");
		expect(holdsIn(b.ledger.doc)).toEqual([]);
	});

	test("that was refused is followed by a release when the commit ends after all", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1", { scheduleId: "schedule-1" });
		await settleTeams(core, team);
		const sales = await joinedClient(core, team.partner.plan, { userId: "sales", roles: ["sales-agent"] });
		withdraw(sales.doc, "revision-1", "schedule-1");
		await settle(core, sales, team.plan, team.ledger);
		submit(team.plan.doc, "revision-2", { scheduleId: "schedule-1" });
		withdraw(team.plan.doc, "revision-2", "schedule-1");
		await settleTeams(core, team);
		expect(releaseIn(team.ledger.doc, "revision-1")?.outcome).toBe("released");
		expect(releaseIn(team.ledger.doc, "revision-2")?.outcome).toBe("released");
	});

	test("[R86] after the run began is refused", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		core.clock.ms = Date.parse("2026-12-16T00:00:00.000Z");
		withdraw(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		expect(releaseIn(team.ledger.doc, "revision-1")).toMatchObject({ reason: "run-has-begun" });
	});

	test("of a refused revision needs no answer", async () => {
		const core = await openSyncCore();
		const { a, b } = await twoRelatedTeams(core);
		submit(a.plan.doc, "revision-a");
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		withdraw(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		expect(releaseIn(b.ledger.doc, "revision-b")).toBe(undefined);
		expect((await core.storage.activeCommit(KEY))?.partnerId).toBe("rheinblick");
	});

	test("and a new schedule for the same subscription, both made offline, are judged in that order", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1");
		await settleTeams(core, team);
		team.plan.disconnect();
		withdraw(team.plan.doc, "revision-1");
		submit(team.plan.doc, "revision-2");
		await team.plan.connect(core);
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-2")).toBe("committed");
	});
});

describe("relationships", () => {
	test("a tenant that nobody has brought belongs to the team that brings it", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		expect(relationshipIn(team.ledger.doc, TENANT)).toBe("active");
		expect(await core.storage.tenants()).toEqual([
			{ tenantId: TENANT, name: "Weserstahl AG", country: "DE", broughtBy: "rheinblick" },
		]);
	});

	test("[R14] for a tenant that another team has brought there is none, and a schedule is refused with that reason", async () => {
		const core = await openSyncCore();
		const a = await joinedTeam(core, { id: "rheinblick" });
		const b = await joinedTeam(core, { id: "nordlicht" });
		submit(a.plan.doc, "revision-a");
		await settleTeams(core, a, b);
		submit(b.plan.doc, "revision-b");
		await settleTeams(core, a, b);
		expect(relationshipIn(b.ledger.doc, TENANT)).toBe("none");
		expect(answerIn(b.ledger.doc, "revision-b")).toBe("no-relationship");
		expect(holdsIn(b.ledger.doc)).toEqual([]);
	});

	test("granting one tells the partner at once what of the tenant is held, ending it makes that forgotten", async () => {
		const core = await openSyncCore();
		const a = await joinedTeam(core, { id: "rheinblick" });
		const b = await joinedTeam(core, { id: "nordlicht" });
		submit(a.plan.doc, "revision-a");
		await settleTeams(core, a, b);
		expect(await core.registrar.setRelationship(TENANT, "nordlicht", "active")).toBe(true);
		await settleTeams(core, b);
		expect(relationshipIn(b.ledger.doc, TENANT)).toBe("active");
		expect(holdsIn(b.ledger.doc)).toEqual([KEY]);
		await core.registrar.setRelationship(TENANT, "nordlicht", "none");
		await settleTeams(core, b);
		expect(relationshipIn(b.ledger.doc, TENANT)).toBe("none");
		expect(holdsIn(b.ledger.doc)).toEqual([]);
	});

	test.each([
		["a tenant that nobody has brought", "99999999-2222-4333-8444-555555555555", "rheinblick"],
		["a partner that is not there", TENANT, "nobody"],
		["a tenant id that is none", "tenant", "rheinblick"],
	])("are not set for %s", async (_, tenantId, partnerId) => {
		const core = await openSyncCore();
		await joinedTeam(core);
		expect(await core.registrar.setRelationship(tenantId, partnerId, "active")).toBe(false);
	});

	test("a customer without a tenant is nobody's concern", async () => {
		const core = await openSyncCore();
		const partner = await core.addPartner();
		const plan = await joinedClient(core, partner.plan);
		plan.doc.getMap("customers").set("c-1", { id: "c-1", name: "No tenant yet GmbH" });
		await settle(core, plan);
		expect(await core.storage.tenants()).toEqual([]);
	});
});

describe("the order", () => {
	test("verdicts of one turn reach a ledger as one update", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		const before = (await core.storage.load(team.partner.ledgerId)).updates.length;
		submit(team.plan.doc, "revision-1");
		submit(team.plan.doc, "revision-2");
		await settleTeams(core, team);
		expect((await core.storage.load(team.partner.ledgerId)).updates.length - before).toBe(1);
	});

	test("entries of a chain never share an instant, even when the server's clock is set back", async () => {
		const core = await openSyncCore();
		const team = await joinedTeam(core);
		submit(team.plan.doc, "revision-1", { scheduleId: "schedule-1" });
		submit(team.plan.doc, "revision-2", { scheduleId: "schedule-1" });
		await settleTeams(core, team);
		core.clock.ms = MORNING - DAY_MS;
		submit(team.plan.doc, "revision-3", { scheduleId: "schedule-1" });
		await settleTeams(core, team);
		const chain = await core.storage.chain(KEY);
		expect(chain).toHaveLength(3);
		expect(chainFaults(chain, core.signer.publicKeyRaw)).toEqual([]);
	});

	test("[R58] ids that look alike when they are joined hide nothing from the judge until the next start", async () => {
		const core = await openSyncCore();
		const partner = await core.addPartner();
		const plan = await joinedClient(core, partner.plan, { roles: ["sales-agent"] });
		importSeason(plan.doc);
		const acts = [
			{ scheduleId: "schedule-1", id: "revision-a/revisions/revision-b" },
			{ scheduleId: "schedule-1/revisions/revision-a", id: "revision-b" },
		];
		for (const { scheduleId } of acts) draftSchedule(plan.doc, makeSchedule(scheduleId));
		plan.doc.transact(() => {
			for (const { scheduleId, id } of acts.toReversed()) submit(plan.doc, id, { scheduleId });
		});
		await settle(core, plan);
		await core.registrar.judgeUnjudged();
		const ledger = await joinedClient(core, partner.ledger);
		const answers = acts.map(({ id }) => answerIn(ledger.doc, id));
		expect(answers).toEqual(["role-not-allowed", "role-not-allowed"]);
	});

	test("names of unusual length are judged like all others, and the server starts again", async () => {
		const { storage, close } = openSqlite(":memory:");
		const core = await openSyncCore({ storage });
		const team = await joinedTeam(core);
		const long = "\ufb03".repeat(64); // a ligature, three letters in upper case
		putAgreement(team.plan.doc, makeAgreement({ number: long, lines: [makeLine({ partNumber: long })] }));
		submit(team.plan.doc, "revision-1", {
			agreement: { id: makeAgreement().id, number: long },
			line: { partNumber: long, description: "M365 E3" },
		});
		await settleTeams(core, team);
		expect(answerIn(team.ledger.doc, "revision-1")).toBe("committed");
		const again = await openSyncCore({ storage });
		await again.registrar.judgeUnjudged();
		await close();
	});

	test("what stands in a plan without an answer is judged at the start, and only once", async () => {
		const core = await openSyncCore();
		const partner = await core.addPartner();
		const offline = makeMemoryClient(partner.plan);
		importSeason(offline.doc);
		submit(offline.doc, "revision-1");
		await core.storage.transaction((tx) =>
			tx.append([updateRow(partner.planId, 1, Y.encodeStateAsUpdate(offline.doc))]),
		);
		await core.registrar.judgeUnjudged();
		await core.registrar.judgeUnjudged();
		const ledger = await joinedClient(core, partner.ledger);
		expect(answerIn(ledger.doc, "revision-1")).toBe("committed");
		expect(relationshipIn(ledger.doc, TENANT)).toBe("active");
		expect(await core.storage.chain(KEY)).toHaveLength(1);
	});
});
