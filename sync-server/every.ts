/** Does something again and again. @returns Ends it. */
export type Every = (periodMs: number, work: () => void) => () => void;

/** By the machine's clock, without keeping the process alive. */
export const every: Every = (periodMs, work) => {
	const timer = setInterval(work, periodMs).unref();
	return () => clearInterval(timer);
};
