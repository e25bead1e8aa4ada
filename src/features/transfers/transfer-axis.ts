import type { Agreement } from "#domain/agreement.ts";
import { type Seats, seatShare } from "#domain/coverage.ts";
import { addDays, addMonths, type Day, daysBetween, endOfMonth } from "#domain/day.ts";
import { isInExtendedTerm } from "#domain/eligibility.ts";
import { cspStart } from "#domain/run.ts";
import { transferWindow } from "#domain/window.ts";
import type { Segment } from "#ui/track.tsx";

/** What is scheduled at all shows, however small its share: percent of the bar's height. */
const LEAST_LEVEL = 20;

/** Where a day begins on the window's axis, in percent. */
export function placeOf(day: Day, today: Day): number {
	const { from, to } = transferWindow(today);
	return (100 * daysBetween(from, day)) / daysBetween(from, addDays(to, 1));
}

/** The months that begin inside the window, with their places. */
export function axisMonths(today: Day): readonly { readonly day: Day; readonly at: number }[] {
	const { from, to } = transferWindow(today);
	const months: { day: Day; at: number }[] = [];
	for (let day = addDays(endOfMonth(from), 1); day <= to; day = addMonths(day, 1)) {
		months.push({ day, at: placeOf(day, today) });
	}
	return months;
}

/** The hand-over bar of an agreement: what ends, and how much of it is taken over. */
export function agreementSegments(agreement: Agreement, seats: Seats, today: Day): readonly Segment[] {
	const end = placeOf(cspStart(agreement.endsOn), today);
	if (agreement.status === "renewed") {
		return [{ kind: "ea", from: 0, to: 100, opensAtStart: true, opensAtEnd: true }];
	}
	if (isInExtendedTerm(agreement)) return extendedSegments(agreement, end, today);
	const ended = agreement.endsOn < today;
	const done = levelOf(seatShare(seats, "committed"));
	const local = Math.min(levelOf(seatShare(seats, "local")), 100 - done);
	const ea: Segment = {
		kind: ended ? "ea-ended" : "ea",
		from: 0,
		to: end,
		join: "out",
		opensAtStart: true,
	};
	if (done + local + seats.open === 0) return [ea];
	if (ended && done + local === 0) {
		const closes = Math.min(placeOf(addDays(agreement.endsOn, 91), today), 100);
		return [ea, { kind: "gap", from: end, to: closes }];
	}
	return [ea, { kind: "cover", from: end, to: 100, join: "in", opensAtEnd: true, done, local }];
}

/** The extended term runs month by month: past its agreement's end it is open. */
function extendedSegments(agreement: Agreement, end: number, today: Day): readonly Segment[] {
	if (agreement.endsOn >= today) return [{ kind: "ept", from: 0, to: end }];
	return [
		{ kind: "ea-ended", from: 0, to: end, opensAtStart: true },
		{ kind: "ept", from: end, to: 100, opensAtEnd: true },
	];
}

function levelOf(share: number): number {
	return share === 0 ? 0 : Math.max(share, LEAST_LEVEL);
}
