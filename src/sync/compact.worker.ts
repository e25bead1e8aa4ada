import { compactLog } from "./compact-log.ts";

/** Asked with the name of a database and a key, answers with what `compactLog` gives. */
export type CompactRequest = { name: string; upTo: number };

self.onmessage = async (event: MessageEvent<CompactRequest>) => {
	const { name, upTo } = event.data;
	self.postMessage(await compactLog(name, upTo));
};
