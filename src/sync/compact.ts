import type { CompactRequest } from "./compact.worker.ts";
import type { Persistence } from "./persist.ts";

/** A log of this many entries is merged, however small they are. */
const MOST_ENTRIES = 500;
/** A log may grow to this size, and to a quarter of the entry before it. */
const FREE_BYTES = 64 * 1024;

/** Tells whether the entries behind the first one are worth merging: opening them all costs time. */
export function isCompactionDue(log: { firstBytes: number; laterBytes: number; entries: number }): boolean {
	return log.entries > MOST_ENTRIES || log.laterBytes > FREE_BYTES + log.firstBytes / 4;
}

/** Merges the entries of a document's database in a worker, if it is due. */
export async function compactIfDue(name: string, persistence: Persistence): Promise<void> {
	const log = persistence.log();
	if (!isCompactionDue(log)) return;
	const firstBytes = await askWorker({ name, upTo: log.upTo });
	if (firstBytes !== undefined) persistence.noteCompacted(firstBytes);
}

function askWorker(request: CompactRequest): Promise<number | undefined> {
	const worker = new Worker(new URL("./compact.worker.ts", import.meta.url), { type: "module" });
	const answer = new Promise<number | undefined>((resolve, reject) => {
		worker.onmessage = (event: MessageEvent<number | undefined>) => resolve(event.data);
		worker.onerror = (event) => reject(new Error(`Compacting ${request.name} failed: ${event.message}`));
	});
	worker.postMessage(request);
	return answer.finally(() => worker.terminate());
}
