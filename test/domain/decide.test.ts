import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { type DecideFacts, decide, decideRelease } from "#domain/decide.ts";
import type { Revision, ScheduleId } from "#domain/schedule.ts";
import { catalogueWith, makeOffer } from "../support/catalogue.ts";
import {
	keyOf,
	makeAgreement,
	makeCustomer,
	makeLine,
	makePartner,
	makeRevision,
	makeTerms,
	TENANT,
	US,
} from "../support/nouns.ts";

const ID = "schedule-1" as ScheduleId;
const REVISION = makeRevision("revision-1");
const KEY = keyOf(REVISION);

/** A revision that is committed: the EA ends on 2026-12-15, and it is the morning of 2026-11-22. */
function facts(fields: Partial<DecideFacts> = {}): DecideFacts {
	return {
		nowMs: Date.parse("2026-11-22T09:00:00.000Z"),
		withdrawn: false,
		roles: ["admin-agent"],
		partner: makePartner(),
		scheduleId: ID,
		relationship: "active",
		agreement: makeAgreement(),
		line: makeLine(),
		customer: makeCustomer(),
		catalogue: catalogueWith(),
		holder: undefined,
		...fields,
	};
}

function holder(partnerId: string, scheduleId: string, runOn = "2026-12-16"): DecideFacts["holder"] {
	return { partnerId, scheduleId: scheduleId as ScheduleId, runOn: day(runOn) };
}

const OWN = holder("rheinblick", ID);
const TEAM = holder("rheinblick", "schedule-2");
const OTHER = holder("nordlicht", "schedule-9");

describe("decide", () => {
	test("[R94] commits the first, to run on the day after the EA's end", () => {
		expect(decide(REVISION, facts())).toEqual({
			outcome: "committed",
			kind: "commit",
			subscriptionKey: KEY,
			eaEndsOn: "2026-12-15",
			runOn: "2026-12-16",
		});
	});

	test.each([
		["2026-12-15T23:59:59.999Z", "2026-12-16"],
		["2026-12-16T00:00:00.000Z", "2026-12-17"],
	])("[R53, R56] what is committed at %s runs on %s", (now, runOn) => {
		expect(decide(REVISION, facts({ nowMs: Date.parse(now) }))).toMatchObject({ kind: "commit", runOn });
	});

	test("[R69, D27] accepts a change of the holder, which keeps its run", () => {
		const revision = makeRevision("revision-2", { terms: makeTerms({ quantity: 200 }) });
		const late = holder("rheinblick", ID, "2026-11-23");
		expect(decide(revision, facts({ holder: late }))).toMatchObject({
			outcome: "committed",
			kind: "change",
			runOn: "2026-11-23",
		});
	});

	test("[R69, D19] judges a change's end date by the run it keeps", () => {
		const revision = makeRevision("revision-2", {
			terms: makeTerms({ term: "P1Y", endsOn: day("2026-11-30") }),
		});
		expect(decide(revision, facts())).toMatchObject({ reason: "illegal-terms" });
		expect(decide(revision, facts({ holder: holder("rheinblick", ID, "2026-11-23") }))).toMatchObject({
			kind: "change",
		});
	});

	test("[R14] takes a tenant that nobody has seen for the team's own", () => {
		expect(decide(REVISION, facts({ relationship: undefined })).outcome).toBe("committed");
	});

	test("[R59] without a catalogue refuses nothing as not supported", () => {
		const line = makeLine({ partNumber: "ZZZ-00000" });
		const revision = makeRevision("revision-1", { line });
		expect(decide(revision, facts({ line })).outcome).toBe("refused");
		expect(decide(revision, facts({ line, catalogue: undefined })).outcome).toBe("committed");
	});
});

/** What the plan or the revision may say instead, and the reason that follows. */
type Case = readonly [
	reason: string,
	what: string,
	facts: Partial<DecideFacts>,
	revision?: Partial<Revision>,
];

const { tenantId: _, ...withoutTenant } = makeCustomer();
const ABROAD = { ...REVISION.customer, country: US };
const BEGUN = { holder: holder("rheinblick", ID, "2026-11-22") };

/** In the order in which they are asked. */
const REASONS: readonly Case[] = [
	["role-not-allowed", "a sales agent", { roles: ["sales-agent"] }],
	["role-not-allowed", "an account admin alone", { roles: ["account-admin"] }],
	["role-not-allowed", "nobody", { roles: [] }],
	[
		"partner-may-not-transact",
		"an indirect reseller",
		{ partner: makePartner({ type: "indirect-reseller" }) },
	],
	["no-relationship", "a requested relationship", { relationship: "requested" }],
	["no-relationship", "an expired relationship", { relationship: "expired" }],
	["no-relationship", "no relationship", { relationship: "none" }],
	["other-region", "a customer abroad", {}, { customer: ABROAD }],
	["other-region", "a customer abroad by the plan", { customer: makeCustomer({ country: US }) }],
	["unknown-subscription", "no agreement", { agreement: undefined }],
	["unknown-subscription", "no line", { line: undefined }],
	["unknown-subscription", "no customer", { customer: undefined }],
	["unknown-subscription", "a customer without a tenant", { customer: withoutTenant }],
	[
		"unknown-subscription",
		"a customer with another tenant",
		{ customer: makeCustomer({ tenantId: TENANT.replace("1", "2") as typeof TENANT }) },
	],
	["unknown-subscription", "another agreement number", { agreement: makeAgreement({ number: "80917265" }) }],
	["unknown-subscription", "another line", { line: makeLine({ partNumber: "ZUB-92165" }) }],
	[
		"unknown-subscription",
		"another customer's agreement",
		{ agreement: makeAgreement({ customerId: "somebody" as ReturnType<typeof makeCustomer>["id"] }) },
	],
	["not-supported", "a SKU that the matrix lacks", { catalogue: catalogueWith({ offers: [] }) }],
	[
		"not-supported",
		"a SKU not for that market",
		{ catalogue: catalogueWith({ offers: [makeOffer({ countries: [US] })] }) },
	],
	["public-sector", "an education line", { line: makeLine({ segment: "education" }) }],
	[
		"extended-term",
		"an agreement in its extended term",
		{ agreement: makeAgreement({ eptStatus: "in-ept" }) },
	],
	["already-renewed", "a renewed agreement", { agreement: makeAgreement({ status: "renewed" }) }],
	["outside-window", "an end 91 days ago", { agreement: makeAgreement({ endsOn: day("2026-08-23") }) }],
	[
		"outside-window",
		"an end a day after six months",
		{ agreement: makeAgreement({ endsOn: day("2027-05-23") }) },
	],
	["illegal-terms", "a combination without a price", {}, { terms: makeTerms({ term: "P3Y" }) }],
	[
		"illegal-terms",
		"a plan longer than its term",
		{},
		{ terms: makeTerms({ term: "P1M", billingPlan: "annual" }) },
	],
	[
		"illegal-terms",
		"too many licences",
		{ catalogue: catalogueWith({ offers: [makeOffer({ maxLicences: 239 })] }) },
	],
	[
		"illegal-terms",
		"too few licences",
		{ catalogue: catalogueWith({ offers: [makeOffer({ minLicences: 241 })] }) },
	],
	["illegal-terms", "an end that is no month end", {}, { terms: makeTerms({ endsOn: day("2027-08-30") }) }],
	["illegal-terms", "an end before the start", {}, { terms: makeTerms({ endsOn: day("2026-10-31") }) }],
	["run-has-begun", "a change after its run has begun", BEGUN],
	["team-already-scheduled", "a colleague's schedule", { holder: TEAM }],
	["held", "another partner's schedule", { holder: OTHER }],
];

describe("decide refuses", () => {
	test.each(REASONS.map(([reason, what, ...given]) => ({ reason, what, given })))(
		"[D31] as $reason: $what",
		(one) => {
			const { reason, given } = one;
			const [fields, revision] = given;
			expect(decide({ ...REVISION, ...revision }, facts(fields))).toMatchObject({
				outcome: "refused",
				reason,
			});
		},
	);

	test("[D31] for every earlier reason rather than a later one", () => {
		for (const [index, [reason, what, fields, revision]] of REASONS.entries()) {
			for (const [later, laterWhat, laterFields, laterRevision] of REASONS.slice(index + 1)) {
				if (clash(fields, laterFields) || clash(revision ?? {}, laterRevision ?? {})) continue;
				const both = decide(
					{ ...REVISION, ...laterRevision, ...revision },
					facts({ ...laterFields, ...fields }),
				);
				expect(both, `${what} and ${laterWhat} (${later})`).toMatchObject({ reason });
			}
		}
	});

	test("with the key, so that the team finds its subscription, unless the plan does not know it", () => {
		for (const [reason, , fields, revision] of REASONS) {
			const { subscriptionKey } = decide({ ...REVISION, ...revision }, facts(fields)) as {
				subscriptionKey: unknown;
			};
			expect(subscriptionKey).toBe(reason === "unknown-subscription" ? null : KEY);
		}
	});

	test("[R64, D31] without a relationship, in the same way whether somebody holds it or not", () => {
		const open = decide(REVISION, facts({ relationship: "none" }));
		expect(decide(REVISION, facts({ relationship: "none", holder: OTHER }))).toEqual(open);
	});

	test("[D30] nothing that was withdrawn before: that is void, whatever else is wrong", () => {
		for (const [, , fields, revision] of REASONS) {
			expect(decide({ ...REVISION, ...revision }, facts({ ...fields, withdrawn: true }))).toEqual({
				outcome: "void",
			});
		}
	});
});

/** Two cases that say different things about one fact cannot be true at once. */
function clash(one: object, other: object): boolean {
	return Object.keys(one).some((key) => key in other);
}

describe("another try", () => {
	test("[R95] is committed once the holder has let go", () => {
		expect(decide(REVISION, facts({ holder: OTHER }))).toMatchObject({ reason: "held" });
		expect(decide(REVISION, facts({ holder: undefined })).outcome).toBe("committed");
	});

	test("[R94] is refused even after the other partner's run has begun", () => {
		const nowMs = Date.parse("2026-12-20T09:00:00.000Z");
		expect(decide(REVISION, facts({ holder: OTHER, nowMs }))).toMatchObject({ reason: "held" });
	});

	test("[R52] of the holder is accepted until the last millisecond before its run", () => {
		const nowMs = Date.parse("2026-12-15T23:59:59.999Z");
		expect(decide(REVISION, facts({ holder: OWN, nowMs }))).toMatchObject({ kind: "change" });
		expect(decide(REVISION, facts({ holder: OWN, nowMs: nowMs + 1 }))).toMatchObject({
			reason: "run-has-begun",
		});
	});
});

describe("decideRelease", () => {
	const runOn = day("2026-12-16");
	test.each([
		["2026-12-15T23:59:59.999Z", ["admin-agent"], { outcome: "released" }],
		["2026-12-16T00:00:00.000Z", ["admin-agent"], { outcome: "refused", reason: "run-has-begun" }],
		["2026-12-15T09:00:00.000Z", ["sales-agent"], { outcome: "refused", reason: "role-not-allowed" }],
		["2026-12-16T09:00:00.000Z", ["account-admin"], { outcome: "refused", reason: "role-not-allowed" }],
		["2026-12-15T09:00:00.000Z", ["sales-agent", "admin-agent"], { outcome: "released" }],
	] as const)("[R52, R58, R86, R95] at %s by %j is %j", (now, roles, expected) => {
		expect(decideRelease({ roles, runOn, nowMs: Date.parse(now) })).toEqual(expected);
	});
});
