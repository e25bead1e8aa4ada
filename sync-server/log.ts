import { type Logger, pino } from "pino";

/** What parts of the server may say. Fields carry ids, codes and sizes; never content of documents, names or addresses. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** Writes one JSON line for each event to standard output. */
export function makeLog(level: "debug" | "info" | "warn" | "error" | "silent"): Log {
	return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
