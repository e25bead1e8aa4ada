import { type Seats, seatShare } from "#domain/coverage.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Meter, type MeterPart } from "#ui/meter.tsx";

/** Seats of a customer's agreements in the window: committed of all. */
export function SeatsMeter(props: { seats: Seats }) {
	const messages = useMessages();
	const format = useFormat();

	const label = () => {
		const n = format().number;
		const { committed, total, local, other, open } = props.seats;
		return messages().customers.meter(n(committed), n(total), n(local), n(other), n(open));
	};

	return (
		<span class="seats-meter">
			<Meter parts={meterParts(props.seats)} label={label()} />
			<span aria-hidden="true">
				<b>{format().number(props.seats.committed)}</b>{" "}
				<span class="sub">{`/ ${format().number(props.seats.total)}`}</span>
			</span>
		</span>
	);
}

function meterParts(seats: Seats): readonly MeterPart[] {
	const parts: MeterPart[] = [
		{ percent: seatShare(seats, "committed") },
		{ percent: seatShare(seats, "local"), kind: "local" },
		{ percent: seatShare(seats, "other"), kind: "other" },
	];
	return parts.filter((part) => part.percent > 0);
}
