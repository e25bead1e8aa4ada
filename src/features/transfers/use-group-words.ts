import type { Agreement } from "#domain/agreement.ts";
import { isInExtendedTerm } from "#domain/eligibility.ts";
import { cspStart } from "#domain/run.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";

/** When an agreement ends, and what follows from it for its schedules. */
export function useGroupWords(): (agreement: Agreement) => { readonly when: string; readonly next: string } {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	return (agreement) => {
		const words = messages().transfers.group;
		const day = format().day(agreement.endsOn);
		if (agreement.status === "renewed") return { when: words.renewed(day), next: "" };
		if (isInExtendedTerm(agreement)) {
			const { eptOptOutOn } = agreement;
			const next = eptOptOutOn === undefined ? "" : words.optOut(format().day(eptOptOutOn));
			return { when: words.extended(day), next };
		}
		if (agreement.endsOn < session.today()) return { when: words.ended(day), next: words.processedNextDay };
		const when = agreement.endsOn === session.today() ? words.endsToday : words.ends(day);
		return { when, next: words.processedOn(format().day(cspStart(agreement.endsOn))) };
	};
}
