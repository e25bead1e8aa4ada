import { createEffect, createUniqueId, on } from "solid-js";
import { type Seats, seatShare } from "#domain/coverage.ts";
import { daysBetween } from "#domain/day.ts";
import { isInExtendedTerm } from "#domain/eligibility.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Meter, type MeterPart } from "#ui/meter.tsx";
import { Track } from "#ui/track.tsx";
import type { AgreementGroup } from "./create-transfer-list.ts";
import { agreementSegments, placeOf } from "./transfer-axis.ts";

const SOON_DAYS = 30;

/** One agreement: to be ticked, with its hand-over bar, its end date and how many seats are scheduled. */
export function AgreementRow(props: {
	group: AgreementGroup;
	ticked: boolean;
	onTick(ticked: boolean): void;
}) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const id = createUniqueId();
	let row!: HTMLLabelElement;

	const words = () => messages().transfers.agreements;
	const agreement = () => props.group.agreement;
	const days = () => daysBetween(session.today(), agreement().endsOn);
	const note = () => {
		if (agreement().status === "renewed") return { text: words().renewed, tint: "t-3" };
		if (isInExtendedTerm(agreement())) return { text: words().extended, tint: "t-warn" };
		return { text: format().relativeDays(days()), tint: tint(days(), props.group.seats()) };
	};
	const meter = () => {
		const n = format().number;
		const { committed, total, local, other, open } = props.group.seats();
		return words().meter(n(committed), n(total), n(local), n(other), n(open));
	};

	createEffect(on(() => seatShare(props.group.seats(), "committed"), pass, { defer: true }));

	/** The pass: what was violet turns petrol from the join to the right, once. */
	function pass(now: number, before: number | undefined) {
		if (before === undefined || now <= before) return;
		row.style.setProperty("--was", `${before}%`);
		row.dataset.pass = "";
	}

	return (
		<label
			ref={row}
			class="agr-row"
			for={id}
			style={{ "--today": `${placeOf(session.today(), session.today())}%` }}
			onAnimationEnd={() => delete row.dataset.pass}
		>
			<input
				id={id}
				class="check"
				type="checkbox"
				checked={props.ticked}
				aria-label={words().label(agreement().number)}
				aria-describedby={`${id}-data`}
				onChange={(event) => props.onTick(event.currentTarget.checked)}
			/>
			<span class="id">
				<span class="mono">{agreement().number}</span>
				<span class="t-3 fs-12">
					{isInExtendedTerm(agreement()) ? words().ept : words().subscriptions(agreement().lines.length)}
				</span>
			</span>
			<span class="bar">
				<Track segments={agreementSegments(agreement(), props.group.seats(), session.today())} />
			</span>
			<span class="when" id={`${id}-data`}>
				<time datetime={agreement().endsOn}>{format().day(agreement().endsOn)}</time>{" "}
				<span class={note().tint}>{note().text}</span>
			</span>
			<span class="cov">
				<Meter parts={meterParts(props.group.seats())} label={meter()} />
				<span aria-hidden="true">
					{words().seats(
						format().number(props.group.seats().committed),
						format().number(props.group.seats().total),
					)}
				</span>
			</span>
		</label>
	);
}

function tint(days: number, seats: Seats): string {
	if (seats.open + seats.local === 0 || days > SOON_DAYS) return "t-3";
	return days < 0 ? "t-bad" : "t-warn";
}

function meterParts(seats: Seats): readonly MeterPart[] {
	const parts: MeterPart[] = [
		{ percent: seatShare(seats, "committed") },
		{ percent: seatShare(seats, "local"), kind: "local" },
		{ percent: seatShare(seats, "other"), kind: "other" },
	];
	return parts.filter((part) => part.percent > 0);
}
