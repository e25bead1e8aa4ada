import { describe, expect, test } from "vitest";
import { day, type Instant } from "#domain/day.ts";
import type { Revision, RevisionId, Schedule, ScheduleId } from "#domain/schedule.ts";
import { type StateFacts, subscriptionState } from "#domain/subscription-state.ts";
import type { Release, Verdict } from "#domain/verdict.ts";
import { catalogueWith } from "../support/catalogue.ts";
import {
	makeAgreement,
	makeCommitted,
	makeCustomer,
	makeLine,
	makePartner,
	makeRefused,
	makeRelease,
	makeRevision,
	makeSchedule,
	makeTerms,
	makeVoid,
	US,
} from "../support/nouns.ts";

const TODAY = day("2026-11-22");
const ID = "schedule-1" as ScheduleId;

/** An EA subscription that can be renewed today, before anybody has done anything. */
function facts(fields: Partial<StateFacts> = {}): StateFacts {
	return {
		today: TODAY,
		partner: makePartner(),
		relationship: "active",
		customer: makeCustomer(),
		agreement: makeAgreement(),
		line: makeLine(),
		catalogue: catalogueWith(),
		commitment: undefined,
		held: false,
		schedules: [],
		verdict: () => undefined,
		release: () => undefined,
		...fields,
	};
}

function answers(verdicts: readonly Verdict[], releases: readonly Release[] = []) {
	return {
		verdict: (id: RevisionId) => verdicts.find((one) => one.revisionId === id),
		release: (id: RevisionId) => releases.find((one) => one.revisionId === id),
	};
}

function withdrawn(...revisions: Revision[]): Schedule["withdrawn"] {
	const at = "2026-11-22T09:30:00.000Z" as Instant;
	return Object.fromEntries(revisions.map(({ id }) => [id, { byName: "Anna Sievers", at }]));
}

const first = makeRevision("revision-1");
const second = makeRevision("revision-2", { terms: makeTerms({ quantity: 200 }) });
const submitted = makeSchedule(ID, { revisions: [first] });
const draft = makeSchedule(ID);

const COMMITTED = {
	commitment: makeCommitted(first, ID),
	schedules: [submitted],
	...answers([makeCommitted(first, ID)]),
};
const WAITING = { schedules: [submitted] };
const REFUSED = { schedules: [submitted], ...answers([makeRefused(first, ID, "illegal-terms")]) };
const DRAFT = { schedules: [draft] };
const HELD = { held: true };
const UNSUPPORTED = { line: makeLine({ partNumber: "ZZZ-00000" }) };
const PUBLIC = { line: makeLine({ segment: "education" }) };
const EXTENDED = { agreement: makeAgreement({ eptStatus: "in-ept" }) };
const OUTSIDE = { agreement: makeAgreement({ endsOn: day("2027-05-23") }) };

describe("subscriptionState", () => {
	test.each([
		["committed", COMMITTED],
		["waiting", WAITING],
		["refused", REFUSED],
		["held", HELD],
		["unsupported", UNSUPPORTED],
		["public-sector", PUBLIC],
		["extended-term", EXTENDED],
		["ineligible", OUTSIDE],
		["draft", DRAFT],
		["available", {}],
	] as const)("[D4] can be %s", (state, fields: Partial<StateFacts>) => {
		expect(subscriptionState(facts(fields)).state).toBe(state);
	});

	test.each([
		["committed", "held", { ...HELD, ...COMMITTED }],
		["committed", "unsupported", { ...UNSUPPORTED, ...COMMITTED }],
		["committed", "ineligible", { ...OUTSIDE, ...COMMITTED }],
		[
			"committed",
			"waiting",
			{ ...COMMITTED, schedules: [submitted, makeSchedule("schedule-2", { revisions: [second] })] },
		],
		["waiting", "held", { ...HELD, ...WAITING }],
		["waiting", "unsupported", { ...UNSUPPORTED, ...WAITING }],
		["waiting", "ineligible", { ...OUTSIDE, ...WAITING }],
		[
			"waiting",
			"refused",
			{ ...REFUSED, schedules: [submitted, makeSchedule("schedule-2", { revisions: [second] })] },
		],
		["waiting", "draft", { schedules: [makeSchedule("schedule-2"), submitted] }],
		["refused", "held", { ...HELD, ...REFUSED }],
		["refused", "extended-term", { ...EXTENDED, ...REFUSED }],
		["refused", "draft", { ...REFUSED, schedules: [makeSchedule("schedule-2"), submitted] }],
		["held", "unsupported", { ...HELD, ...UNSUPPORTED }],
		["held", "public-sector", { ...HELD, ...PUBLIC }],
		["held", "ineligible", { ...HELD, ...OUTSIDE }],
		["held", "draft", { ...HELD, ...DRAFT }],
		["unsupported", "public-sector", { line: makeLine({ partNumber: "ZZZ-00000", segment: "charity" }) }],
		["unsupported", "extended-term", { ...UNSUPPORTED, ...EXTENDED }],
		["unsupported", "ineligible", { ...UNSUPPORTED, ...OUTSIDE }],
		["unsupported", "draft", { ...UNSUPPORTED, ...DRAFT }],
		["public-sector", "extended-term", { ...PUBLIC, ...EXTENDED }],
		["public-sector", "ineligible", { ...PUBLIC, ...OUTSIDE }],
		["public-sector", "draft", { ...PUBLIC, ...DRAFT }],
		[
			"extended-term",
			"ineligible",
			{ agreement: makeAgreement({ eptStatus: "in-ept", endsOn: day("2027-05-23") }) },
		],
		["extended-term", "draft", { ...EXTENDED, ...DRAFT }],
		["ineligible", "draft", { ...OUTSIDE, ...DRAFT }],
	] as const)("[D4] is %s rather than %s", (state, _, fields: Partial<StateFacts>) => {
		expect(subscriptionState(facts(fields)).state).toBe(state);
	});

	test.each(["education", "government", "charity"] as const)("[R15] for %s is the manual path", (segment) => {
		expect(subscriptionState(facts({ line: makeLine({ segment }) })).state).toBe("public-sector");
	});

	test.each([
		["an extended term that runs", { eptStatus: "in-ept" }, "extended-term"],
		["an extended term that only the status tells", { status: "extended" }, "extended-term"],
		["an extended term opted out of", { eptStatus: "opted-out" }, "available"],
		["an extended term that could follow", { eptStatus: "default" }, "available"],
	] as const)("[R39] for %s: %j is %s", (_, fields, state) => {
		expect(subscriptionState(facts({ agreement: makeAgreement(fields) })).state).toBe(state);
	});

	test("[R59] is unsupported in a market that the offer leaves out, and nowhere without a catalogue", () => {
		const customer = makeCustomer({ country: US });
		const partner = makePartner({ country: US });
		expect(subscriptionState(facts({ customer, partner })).state).toBe("unsupported");
		expect(subscriptionState(facts({ customer, partner, catalogue: undefined })).state).toBe("available");
		expect(subscriptionState(facts({ ...UNSUPPORTED, catalogue: undefined })).state).toBe("available");
	});

	test("[R59] where the country is not known, is unsupported only if no market has the SKU", () => {
		const { country: _, ...customer } = makeCustomer();
		expect(subscriptionState(facts({ customer, ...UNSUPPORTED })).state).toBe("unsupported");
		expect(subscriptionState(facts({ customer })).state).toBe("ineligible");
	});
});

const { tenantId: _tenant, ...withoutTenant } = makeCustomer();
const { country: _country, ...withoutCountry } = makeCustomer();
const ABROAD = makeCustomer({ country: "US" as typeof US });
const RESELLER = makePartner({ type: "indirect-reseller" });
const RENEWED = makeAgreement({ status: "renewed" });

describe("ineligible", () => {
	test.each([
		["tenant-unknown", { customer: withoutTenant }],
		["tenant-unknown", { customer: withoutCountry }],
		["no-relationship", { relationship: "requested" }],
		["no-relationship", { relationship: "expired" }],
		["no-relationship", { relationship: "none" }],
		["other-region", { customer: ABROAD }],
		["partner-may-not-transact", { partner: RESELLER }],
		["already-renewed", { agreement: RENEWED }],
		["outside-window", { agreement: makeAgreement({ endsOn: day("2026-08-23") }) }],
		["outside-window", OUTSIDE],
	] as const)("[R14, R22, R36, R37, R47] with reason %s", (reason, fields: Partial<StateFacts>) => {
		const state = subscriptionState(facts({ catalogue: undefined, ...fields }));
		expect(state).toEqual({ state: "ineligible", reason });
	});

	test.each([
		["tenant-unknown", "no-relationship", { customer: withoutTenant, relationship: "none" }],
		["no-relationship", "other-region", { relationship: "none", customer: ABROAD }],
		["other-region", "partner-may-not-transact", { customer: ABROAD, partner: RESELLER }],
		["partner-may-not-transact", "already-renewed", { partner: RESELLER, agreement: RENEWED }],
		["already-renewed", "outside-window", { agreement: { ...RENEWED, endsOn: day("2027-05-23") } }],
	] as const)("[D4] for %s rather than %s", (reason, _, fields: Partial<StateFacts>) => {
		const state = subscriptionState(facts({ catalogue: undefined, ...fields }));
		expect(state).toEqual({ state: "ineligible", reason });
	});

	test.each([
		["active", "available"],
		[undefined, "available"],
	] as const)("[R14] not for a relationship that is %s: %s", (relationship, state) => {
		expect(subscriptionState(facts({ relationship })).state).toBe(state);
	});
});

describe("committed", () => {
	const both = makeSchedule(ID, { revisions: [first, second] });
	const refusal = makeRefused(second, ID, "illegal-terms", 11);

	test("carries the commitment and our schedule, without a change", () => {
		expect(subscriptionState(facts(COMMITTED))).toEqual({
			state: "committed",
			commitment: COMMITTED.commitment,
			schedule: submitted,
			withdrawing: false,
		});
	});

	test("stands without a schedule that the plan has lost", () => {
		expect(subscriptionState(facts({ commitment: COMMITTED.commitment }))).toEqual({
			state: "committed",
			commitment: COMMITTED.commitment,
			withdrawing: false,
		});
	});

	test.each([
		["nothing new", undefined, submitted, []],
		["a draft changed since", "draft", { ...submitted, terms: second.terms }, []],
		["a change under way", "waiting", { ...both, terms: second.terms }, []],
		["a change under way, and a draft changed since", "waiting", both, []],
		["a refused change", "refused", { ...both, terms: second.terms }, [refusal]],
		["a refused change, taken back", undefined, both, [refusal]],
		["a refused change, changed again", "draft", { ...both, terms: makeTerms({ quantity: 7 }) }, [refusal]],
		["a withdrawn change", "draft", { ...both, terms: second.terms, withdrawn: withdrawn(second) }, []],
		["a withdrawn change, taken back", undefined, { ...both, withdrawn: withdrawn(second) }, []],
	] as const)("[R69] with %s has the change %s", (_, change, schedule, verdicts) => {
		const commitment = makeCommitted(first, ID);
		const state = subscriptionState(
			facts({ commitment, schedules: [schedule], ...answers([commitment, ...verdicts]) }),
		);
		expect(state).toMatchObject({ state: "committed", withdrawing: false });
		expect(state).toHaveProperty("schedule", schedule);
		expect("change" in state ? state.change : undefined).toBe(change);
	});

	test("an accepted change is no change any more", () => {
		const commitment = makeCommitted(second, ID, 11);
		const verdicts = [makeCommitted(first, ID), commitment];
		const schedules = [{ ...both, terms: second.terms }];
		const state = subscriptionState(facts({ commitment, schedules, ...answers(verdicts) }));
		expect(state).toEqual({ state: "committed", commitment, schedule: schedules[0], withdrawing: false });
	});

	test("a refusal from before the commit is no change", () => {
		const commitment = makeCommitted(second, ID, 11);
		const verdicts = [makeRefused(first, ID, "illegal-terms"), commitment];
		const schedules = [{ ...both, terms: second.terms }];
		const state = subscriptionState(facts({ commitment, schedules, ...answers(verdicts) }));
		expect(state).not.toHaveProperty("change");
	});

	test("[D10] a change from a device whose clock runs behind still waits", () => {
		const late = makeRevision("revision-0", {
			terms: second.terms,
			at: "2026-11-21T09:00:00.000Z" as Instant,
		});
		const schedules = [{ ...submitted, revisions: [late, first], terms: second.terms }];
		const state = subscriptionState(facts({ ...COMMITTED, schedules }));
		expect(state).toMatchObject({ state: "committed", change: "waiting" });
	});

	test.each([
		[true, "no answer yet", []],
		[false, "a refusal", [makeRelease(first, "refused")]],
	] as const)("[R68, R95] is withdrawing, %s, after a cancellation with %s", (withdrawing, _, releases) => {
		const schedules = [{ ...submitted, withdrawn: withdrawn(first) }];
		const state = subscriptionState(
			facts({ ...COMMITTED, schedules, ...answers([COMMITTED.commitment], releases) }),
		);
		expect(state).toMatchObject({ state: "committed", withdrawing });
	});
});

describe("waiting", () => {
	test("carries the newest revision that has no verdict", () => {
		const schedule = makeSchedule(ID, { revisions: [first, second] });
		expect(subscriptionState(facts({ schedules: [schedule] }))).toEqual({
			state: "waiting",
			schedule,
			revision: second,
		});
	});

	test("a refused schedule that was submitted again waits", () => {
		const schedule = makeSchedule(ID, { revisions: [first, second] });
		const state = subscriptionState(
			facts({ schedules: [schedule], ...answers([makeRefused(first, ID, "held")]) }),
		);
		expect(state).toMatchObject({ state: "waiting", revision: second });
	});

	test("[D13] of two schedules that wait, shows the one begun later", () => {
		const later = makeSchedule("schedule-2", {
			revisions: [second],
			createdAt: "2026-11-22T08:30:00.000Z" as Instant,
		});
		for (const schedules of [
			[submitted, later],
			[later, submitted],
		]) {
			expect(subscriptionState(facts({ schedules }))).toMatchObject({ state: "waiting", schedule: later });
		}
	});
});

describe("refused", () => {
	test("carries the revision and the reason", () => {
		expect(subscriptionState(facts(REFUSED))).toEqual({
			state: "refused",
			schedule: submitted,
			revision: first,
			reason: "illegal-terms",
		});
	});

	test("[D11] becomes a draft once somebody has changed it, and refused again once it is as before", () => {
		const changed = { ...submitted, terms: makeTerms({ quantity: 7 }) };
		expect(subscriptionState(facts({ ...REFUSED, schedules: [changed] })).state).toBe("draft");
		expect(subscriptionState(facts({ ...REFUSED, schedules: [submitted] })).state).toBe("refused");
	});

	test("follows the revision that was judged last", () => {
		const schedule = makeSchedule(ID, { revisions: [first, second] });
		const verdicts = [makeRefused(first, ID, "held", 12), makeRefused(second, ID, "illegal-terms", 11)];
		expect(subscriptionState(facts({ schedules: [schedule], ...answers(verdicts) }))).toMatchObject({
			state: "refused",
			reason: "held",
		});
	});

	test("[R64, D12] because another partner holds it shows as held with our input, and as refused once it is free", () => {
		const refused = { schedules: [submitted], ...answers([makeRefused(first, ID, "held")]) };
		expect(subscriptionState(facts({ ...refused, held: true }))).toEqual({
			state: "held",
			schedule: submitted,
		});
		expect(subscriptionState(facts({ ...refused, held: false }))).toMatchObject({
			state: "refused",
			reason: "held",
		});
	});
});

describe("held", () => {
	test("[R64] without input of ours names nothing but itself", () => {
		expect(subscriptionState(facts(HELD))).toEqual({ state: "held" });
	});

	test("[R64] keeps our draft", () => {
		expect(subscriptionState(facts({ ...HELD, ...DRAFT }))).toEqual({ state: "held", schedule: draft });
	});
});

describe("a cancelled schedule", () => {
	test.each([
		["before the server saw it", [], []],
		["before it was judged", [makeVoid(first, ID)], []],
		["after it was refused", [makeRefused(first, ID, "illegal-terms")], []],
		["after it was committed", [makeCommitted(first, ID)], [makeRelease(first, "released")]],
	] as const)(
		"[D11] %s leaves the subscription available, and to others if they are first",
		(_, verdicts, releases) => {
			const schedules = [{ ...submitted, withdrawn: withdrawn(first) }];
			const cancelled = facts({ schedules, ...answers(verdicts, releases) });
			expect(subscriptionState(cancelled)).toEqual({ state: "available" });
			expect(subscriptionState({ ...cancelled, held: true })).toEqual({ state: "held" });
		},
	);

	test("[D11] that was changed since is a draft", () => {
		const schedules = [{ ...submitted, withdrawn: withdrawn(first), terms: makeTerms({ quantity: 7 }) }];
		expect(subscriptionState(facts({ schedules, ...answers([makeVoid(first, ID)]) }))).toEqual({
			state: "draft",
			schedule: schedules[0],
		});
	});

	test("beside a new draft lets the draft show", () => {
		const schedules = [{ ...submitted, withdrawn: withdrawn(first) }, makeSchedule("schedule-2")];
		expect(subscriptionState(facts({ schedules, ...answers([makeVoid(first, ID)]) }))).toEqual({
			state: "draft",
			schedule: schedules[1],
		});
	});

	test("that is submitted again waits", () => {
		const schedules = [makeSchedule(ID, { revisions: [first, second], withdrawn: withdrawn(first) })];
		const state = subscriptionState(facts({ schedules, ...answers([makeVoid(first, ID)]) }));
		expect(state).toMatchObject({ state: "waiting", revision: second });
	});
});
