import { batch } from "solid-js";

/** A hidden page draws no frames; what changed is then taken over after this time. */
const LATEST_MS = 100;

const waiting = new Set<() => void>();

/** Runs `update` at the next frame, once however often it is asked for, together with all others in one batch. */
export function atNextFrame(update: () => void): void {
	waiting.add(update);
	if (waiting.size > 1) return;
	const timer = setTimeout(run, LATEST_MS);
	const frame = requestAnimationFrame(run);

	function run(): void {
		clearTimeout(timer);
		cancelAnimationFrame(frame);
		const updates = [...waiting];
		waiting.clear();
		batch(() => {
			for (const one of updates) one();
		});
	}
}

/** Takes back what was asked for and has not run yet. */
export function notAtNextFrame(update: () => void): void {
	waiting.delete(update);
}
