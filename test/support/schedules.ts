import * as v from "valibot";
import { Revision, type Schedule, ScheduleId, type Terms } from "#domain/schedule.ts";

const TENANT = "d14dcc31-2684-4e4e-baa3-6434ef2510c6";

export const oneYear: Terms = { term: "P1Y", billingPlan: "monthly", quantity: 10, endsOn: null };

/** What `draftSchedule` takes, for one line of an agreement of Hansewerk Logistik AG. */
export function draftOf(
	id: string,
	terms: Partial<Terms> = {},
): Parameters<typeof import("#document/plan/schedules.ts").draftSchedule>[1] {
	return {
		id: v.parse(ScheduleId, id),
		customerId: TENANT as Schedule["customerId"],
		agreementId: `${TENANT}/84120937`,
		lineKey: "ZUB-92164",
		createdByName: "Lena Brandt",
		createdAt: "2026-11-22T09:00:00.000Z" as Schedule["createdAt"],
		terms: { ...oneYear, ...terms },
	};
}

export function revisionOf(
	id: string,
	terms: Partial<Terms> = {},
	at = "2026-11-22T09:14:00.000Z",
): Revision {
	return v.parse(Revision, {
		id,
		customer: { id: TENANT, tenantId: TENANT, name: "Hansewerk Logistik AG", country: "DE" },
		agreement: { id: `${TENANT}/84120937`, number: "84120937" },
		line: { partNumber: "ZUB-92164", description: "M365 E3 ALNG SubVL MVL Per User" },
		terms: { ...oneYear, ...terms },
		byName: "Lena Brandt",
		at,
	});
}
