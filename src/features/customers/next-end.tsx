import type { Agreement } from "#domain/agreement.ts";
import { daysBetween } from "#domain/day.ts";
import { isInExtendedTerm } from "#domain/eligibility.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { needsAction } from "./create-tally.ts";
import type { Summary } from "./summarise.ts";

const SOON_DAYS = 30;

/** The next end date with the days from today; tinted only while something can be done about it. */
export function NextEnd(props: { agreement: Agreement; summary: Summary }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const days = () => daysBetween(session.today(), props.agreement.endsOn);

	return (
		<span class="next-end">
			<time datetime={props.agreement.endsOn}>{format().day(props.agreement.endsOn)}</time>
			<span class={`fs-12 ${tint(props.agreement, props.summary, days())}`}>
				{isInExtendedTerm(props.agreement) ? messages().customers.ept : format().relativeDays(days())}
			</span>
		</span>
	);
}

function tint(agreement: Agreement, summary: Summary, days: number): string {
	if (isInExtendedTerm(agreement)) return "t-warn";
	const level = summary.marks.find((mark) => mark.agreement === agreement)?.level;
	if (!needsAction(summary) || level === "done" || level === "other" || days > SOON_DAYS) return "t-3";
	return days < 0 ? "t-bad" : "t-warn";
}
