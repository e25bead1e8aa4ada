import { createMemo } from "solid-js";
import type * as Y from "yjs";
import { agreementRecords, readAgreement } from "#document/plan/agreements.ts";
import { customerRecords, readCustomer } from "#document/plan/customers.ts";
import { readSchedule, scheduleNodes } from "#document/plan/schedules.ts";
import type { Agreement, AgreementId } from "#domain/agreement.ts";
import type { Customer, CustomerId } from "#domain/customer.ts";
import { projectFacts } from "#reactive/project-facts.ts";
import { projectMap } from "#reactive/project-map.ts";
import type { Facts } from "./session.tsx";

/** What the team plans. */
export function createPlan(plan: Y.Doc) {
	// A record under another id than its own would be found under neither.
	const customers = projectFacts(customerRecords(plan), (value, id) => ownOf(readCustomer(value), id));
	const agreements = projectFacts(agreementRecords(plan), (value, id) => ownOf(readAgreement(value), id));
	const schedules = projectMap(scheduleNodes(plan), readSchedule);

	const agreementsByCustomer = createMemo(() =>
		Map.groupBy(agreements.all().values(), (one) => one.customerId),
	);

	const schedulesByLine = createMemo(() => {
		const byLine = new Map<string, string[]>();
		for (const [id, schedule] of Object.entries(schedules.entities)) {
			if (schedule === undefined) continue;
			const line = `${schedule.agreementId}\n${schedule.lineKey}`;
			const ids = byLine.get(line);
			if (ids === undefined) byLine.set(line, [id]);
			else ids.push(id);
		}
		return byLine;
	});

	return {
		customers: customers as Facts<CustomerId, Customer>, // keys are the ids of the records, as read above
		agreements: agreements as Facts<AgreementId, Agreement>, // likewise
		agreementsByCustomer,
		schedules: schedules.entities,
		schedulesByLine,
		unreadableSchedules: schedules.unreadable,
	};
}

function ownOf<T extends { id: string }>(record: T | undefined, id: string): T | undefined {
	return record?.id === id ? record : undefined;
}
