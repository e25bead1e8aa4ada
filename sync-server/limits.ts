import { MAX_FRAME_BYTES } from "#protocol/frame.ts";

/** What one connection may ask of the server. */
export type Limits = {
	readonly maxFrameBytes: number;
	readonly framesPerSecond: number;
	readonly bytesPerSecond: number;
	/** How much of a second's allowance may be used at once: an import, or a day's work after being offline. */
	readonly burstSeconds: number;
	/** Unsent bytes at which a reader is too slow to keep. */
	readonly maxUnsentBytes: number;
	/** Open at once; a browser has two, one for each document. */
	readonly socketsPerMember: number;
};

export const DEFAULT_LIMITS: Limits = {
	maxFrameBytes: MAX_FRAME_BYTES,
	framesPerSecond: 1_000,
	bytesPerSecond: 16 * 1024 * 1024,
	burstSeconds: 10,
	maxUnsentBytes: 256 * 1024 * 1024,
	socketsPerMember: 100,
};

/** Counts what one connection sends and asks for; `take` is `false` for a frame that is one too many. */
export function createAllowance(limits: Limits, now: () => number) {
	const { framesPerSecond, bytesPerSecond, burstSeconds } = limits;
	let frames = framesPerSecond * burstSeconds;
	let bytes = bytesPerSecond * burstSeconds;
	let atMs = now();

	return {
		take(frameBytes: number): boolean {
			const seconds = Math.max(0, now() - atMs) / 1000; // a clock that is set back gives nothing
			atMs = now();
			frames = Math.min(frames + seconds * framesPerSecond, framesPerSecond * burstSeconds) - 1;
			bytes = Math.min(bytes + seconds * bytesPerSecond, bytesPerSecond * burstSeconds) - frameBytes;
			return frames >= 0 && bytes >= 0;
		},
	};
}
