import { batch } from "solid-js";

const FRAME_MS = 16;
/** A hidden page draws no frames; what changed is then taken over after this time. */
const LATEST_MS = 100;

const waiting = new Set<() => void>();
let lastRunMs = Number.NEGATIVE_INFINITY;

/**
 * Runs `update` once a frame at most, however often it is asked for, together with all others in one batch.
 *
 * After a quiet frame it runs as soon as the current task ends: a single answer of the server is on screen
 * 15 ms earlier than if it waited for the next frame.
 */
export function onceAFrame(update: () => void): void {
	waiting.add(update);
	if (waiting.size > 1) return;
	if (performance.now() - lastRunMs > FRAME_MS) queueMicrotask(runAll);
	else runAtNextFrame();
}

/** Takes back what was asked for and has not run yet. */
export function notOnceAFrame(update: () => void): void {
	waiting.delete(update);
}

function runAtNextFrame(): void {
	const timer = setTimeout(run, LATEST_MS);
	const frame = requestAnimationFrame(run);

	function run(): void {
		clearTimeout(timer);
		cancelAnimationFrame(frame);
		runAll();
	}
}

function runAll(): void {
	lastRunMs = performance.now();
	const updates = [...waiting];
	waiting.clear();
	batch(() => {
		for (const one of updates) one();
	});
}
