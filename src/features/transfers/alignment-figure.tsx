import { createMemo, For } from "solid-js";
import { addDays, type Day } from "#domain/day.ts";
import { cspStart } from "#domain/run.ts";
import type { Terms } from "#domain/schedule.ts";
import { termEnd } from "#domain/term.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { type Segment, Track } from "#ui/track.tsx";
import { alignmentAxis, type Neighbour, namesEndingOn } from "./alignment.ts";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { lastDay } from "./row-schedule.ts";

const MOST_NEIGHBOURS = 4;
/** Nearer than this, the two dates stand one below the other. In percent of the axis. */
const TIGHT = 48;

type AlignmentFigureProps = {
	row: SubscriptionRow;
	name: string;
	/** The first day of the new subscription. */
	start: Day;
	terms: Terms;
	neighbours: readonly Neighbour[];
};

/** The little drawing: the EA's end, the new term, what the full term would have been, and the customer's others. */
export function AlignmentFigure(props: AlignmentFigureProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel;
	const fullEnd = () => termEnd(props.start, props.terms.term);
	const end = () => lastDay(props.start, props.terms);
	const eaEnd = () => cspStart(props.row.agreement.endsOn);
	const axis = createMemo(() => alignmentAxis(eaEnd(), props.start, fullEnd()));
	const startAt = () => axis().place(props.start);
	const endAt = () => axis().place(addDays(end(), 1));
	const segments = (): Segment[] => {
		const ended = axis().place(eaEnd());
		const ghost: Segment[] =
			end() < fullEnd() ? [{ kind: "ghost", from: endAt(), to: axis().place(addDays(fullEnd(), 1)) }] : [];
		const gap: Segment[] = ended < startAt() ? [{ kind: "gap", from: ended, to: startAt() }] : [];
		return [
			{ kind: "ea", from: 0, to: ended, join: "out", opensAtStart: true },
			...gap,
			...ghost,
			{ kind: "csp", from: startAt(), to: endAt(), join: "in" },
		];
	};
	const shown = () =>
		props.neighbours
			.filter((one) => one.end >= props.start && one.start <= fullEnd())
			.slice(0, MOST_NEIGHBOURS);
	const label = () => {
		const day = format().day;
		const names = namesEndingOn(props.neighbours, end());
		const text = words().figure(day(props.row.agreement.endsOn), day(props.start), day(end()));
		return names.length === 0 ? text : text + words().figureAligned(names.join(", "));
	};

	return (
		<figure class="align-fig" data-tight={endAt() - startAt() < TIGHT ? "" : undefined} aria-label={label()}>
			<div class="ax" aria-hidden="true">
				<span style={{ "--a": `${startAt()}%` }}>{format().day(props.start)}</span>
				<span class="end" style={{ "--a": `${endAt()}%` }}>
					{format().day(end())}
				</span>
			</div>
			<div class="plot" aria-hidden="true">
				<i class="start" style={{ "--a": `${startAt()}%` }} />
				<i style={{ "--a": `${endAt()}%` }} />
			</div>
			<ol aria-hidden="true">
				<li class="me">
					<span>{props.name}</span>
					<Track segments={segments()} size="lg" />
				</li>
				<For each={shown()}>
					{(one) => (
						<li>
							<span>{one.name}</span>
							<Track
								segments={[
									{
										kind: "csp-other",
										from: axis().place(one.start),
										to: axis().place(addDays(one.end, 1)),
									},
								]}
							/>
						</li>
					)}
				</For>
			</ol>
		</figure>
	);
}
