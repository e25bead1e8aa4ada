import type * as Y from "yjs";
import { holdRecords, readHold } from "#document/ledger/holds.ts";
import { readRelationship, relationshipRecords } from "#document/ledger/relationships.ts";
import { readRelease, releaseRecords } from "#document/ledger/releases.ts";
import { readVerdict, verdictRecords } from "#document/ledger/verdicts.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, submitRevision, withdrawRevision } from "#document/plan/schedules.ts";
import type { Partner } from "#domain/partner.ts";
import type { Revision, RevisionId, ScheduleId } from "#domain/schedule.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Release, Verdict } from "#domain/verdict.ts";
import { joinedClient, type MemoryClient, settle } from "./memory-client.ts";
import { makeAgreement, makeCustomer, makeRevision, makeSchedule } from "./nouns.ts";
import type { SyncCore, TestPartner } from "./sync-core.ts";

/** Puts the one customer and agreement of `nouns.ts` into a plan. */
export function importSeason(plan: Y.Doc): void {
	putCustomer(plan, makeCustomer());
	putAgreement(plan, makeAgreement());
}

/** Drafts and submits; the revision's id names the schedule too. */
export function submit(
	plan: Y.Doc,
	id: string,
	{ scheduleId = `schedule-of-${id}`, ...fields }: Partial<Revision> & { scheduleId?: string } = {},
): void {
	const schedule = makeSchedule(scheduleId);
	if (!plan.getMap("schedules").has(schedule.id)) draftSchedule(plan, schedule);
	submitRevision(plan, schedule.id, makeRevision(id, fields));
}

export function withdraw(plan: Y.Doc, id: string, scheduleId = `schedule-of-${id}`): void {
	const { byName, at } = makeRevision(id);
	withdrawRevision(plan, scheduleId as ScheduleId, id as RevisionId, { byName, at });
}

export function verdictIn(ledger: Y.Doc, id: string): Verdict | undefined {
	return readVerdict(verdictRecords(ledger).get(id));
}

export function releaseIn(ledger: Y.Doc, id: string): Release | undefined {
	return readRelease(releaseRecords(ledger).get(id));
}

/** In words: `committed`, `void`, or the reason of a refusal. */
export function answerIn(ledger: Y.Doc, id: string): string | undefined {
	const verdict = verdictIn(ledger, id);
	return verdict?.outcome === "refused" ? verdict.reason : verdict?.outcome;
}

export function holdsIn(ledger: Y.Doc): readonly SubscriptionKey[] {
	return [...holdRecords(ledger).values()].flatMap((value) => readHold(value)?.subscriptionKey ?? []);
}

export function relationshipIn(ledger: Y.Doc, tenantId: string): string | undefined {
	return readRelationship(relationshipRecords(ledger).get(tenantId))?.status;
}

export type Team = { partner: TestPartner; plan: MemoryClient; ledger: MemoryClient };

/** A partner with one connected member that has imported the season's customer. */
export async function joinedTeam(core: SyncCore, fields: Partial<Partner> = {}): Promise<Team> {
	const partner = await core.addPartner(fields);
	const plan = await joinedClient(core, partner.plan);
	const ledger = await joinedClient(core, partner.ledger);
	importSeason(plan.doc);
	await settle(core, plan, ledger);
	return { partner, plan, ledger };
}

/** Two teams that both serve the customer: it came with the first, and the operator has granted it to the second. */
export async function twoRelatedTeams(core: SyncCore): Promise<{ a: Team; b: Team }> {
	const a = await joinedTeam(core, { id: "rheinblick" });
	const b = await joinedTeam(core, { id: "nordlicht", name: "Nordlicht" });
	await core.registrar.setRelationship(makeCustomer().tenantId ?? "", b.partner.id, "active");
	await settleTeams(core, a, b);
	return { a, b };
}

export async function settleTeams(core: SyncCore, ...teams: readonly Team[]): Promise<void> {
	await settle(core, ...teams.flatMap(({ plan, ledger }) => [plan, ledger]));
}
