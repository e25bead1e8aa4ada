type ProgressProps = { label: string; value: number; max: number; tone?: "info" | "warn" | undefined };

export function Progress(props: ProgressProps) {
	return (
		<span
			class="progress"
			data-tone={props.tone}
			role="progressbar"
			aria-label={props.label}
			aria-valuemin={0}
			aria-valuenow={props.value}
			aria-valuemax={props.max}
		>
			<i style={{ "--v": `${props.max === 0 ? 0 : (100 * props.value) / props.max}%` }} />
		</span>
	);
}
