/**
 * Calls `begin` when this tab leads: at once, or when the tab that leads now is closed.
 *
 * Without Web Locks (a page that is not served securely) every tab leads itself.
 *
 * @returns Steps down, or stops waiting.
 */
export function lead(name: string, begin: () => void): () => void {
	if (navigator.locks === undefined) {
		begin();
		return () => undefined;
	}
	const waiting = new AbortController();
	const { promise: led, resolve: stepDown } = Promise.withResolvers<void>();
	navigator.locks
		.request(name, { signal: waiting.signal }, () => {
			begin();
			return led;
		})
		.catch((error: unknown) => {
			if (!waiting.signal.aborted) throw error;
		});
	return () => {
		waiting.abort();
		stepDown();
	};
}
