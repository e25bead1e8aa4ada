import { transferWindow } from "#domain/window.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import type { CustomerEntry } from "./create-customer-list.ts";

/** Why a customer has no next end date, in words. */
export function NoEnding(props: { entry: CustomerEntry }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const reason = () => {
		const words = messages().customers.reason;
		const day = format().day;
		const ends = props.entry.agreements.map((agreement) => agreement.endsOn).sort();
		const { from, to } = transferWindow(session.today());
		const next = ends.find((end) => end > to);
		const last = ends.findLast((end) => end < from);
		if (ends.length === 0) return words.noAgreements;
		if (ends.some((end) => from <= end && end <= to)) return words.allRenewed;
		const outside = words.outsideWindow(day(from), day(to));
		if (next !== undefined) return `${outside} ${words.nextEnd(day(next))}`;
		return last === undefined ? outside : `${outside} ${words.lastEnd(day(last))}`;
	};

	return <span class="sub truncate">{reason()}</span>;
}
