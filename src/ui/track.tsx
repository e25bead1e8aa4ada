import { For } from "solid-js";

/** A piece of a bar; `from` and `to` in percent of the time axis. */
export type Segment = {
	/** Named by the stylesheet: `ea`, `ea-ended`, `cover`, `csp`, `csp-other`, `local`, `gap`, `ept`, `ghost` … */
	readonly kind: string;
	readonly from: number;
	readonly to: number;
	/** Which ends lean: `out` hands over, `in` takes over. */
	readonly join?: "in" | "out" | "both" | undefined;
	/** Runs on beyond the axis: fades out there. */
	readonly opensAtStart?: boolean | undefined;
	readonly opensAtEnd?: boolean | undefined;
	/** Level of a `cover` in percent: done, and on top of it what is only on this device. */
	readonly done?: number | undefined;
	readonly local?: number | undefined;
};

type TrackProps = {
	segments: readonly Segment[];
	size?: "sm" | "lg" | undefined;
	/** One sentence for screen readers; without it the words beside the bar say it all. */
	label?: string | undefined;
};

/** The hand-over bar: what ends, what takes over, and the leaning join between them. */
export function Track(props: TrackProps) {
	return (
		<span
			class="track"
			data-size={props.size}
			role="img"
			aria-label={props.label}
			aria-hidden={props.label === undefined ? "true" : undefined}
		>
			<For each={props.segments}>
				{(segment) => (
					<span
						class="seg"
						data-kind={segment.kind}
						data-join={segment.join}
						data-open-start={segment.opensAtStart ? "" : undefined}
						data-open-end={segment.opensAtEnd ? "" : undefined}
						style={{
							"--a": `${segment.from}%`,
							"--b": `${segment.to}%`,
							"--cov": percent(segment.done),
							"--loc": percent(segment.local),
						}}
					/>
				)}
			</For>
		</span>
	);
}

function percent(value: number | undefined): string | undefined {
	return value === undefined ? undefined : `${value}%`;
}
