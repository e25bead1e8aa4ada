import Papa, { type ParseResult } from "papaparse";
import type { Table } from "#domain/import/table.ts";

/** Characters parsed between two calls of `onProgress`. */
const CHUNK_SIZE = 1_000_000;

/**
 * Splits text into records and cells. Blank records stay, so that lines can be counted.
 *
 * @param onProgress Gets the share that is done, 0 to 1.
 */
export function parseCsv(text: string, onProgress?: (share: number) => void): Table {
	const records: string[][] = [];
	Papa.parse<string[]>(text, {
		delimitersToGuess: [",", ";", "\t"],
		skipEmptyLines: false,
		chunkSize: CHUNK_SIZE,
		chunk: (results: ParseResult<string[]>) => {
			for (const record of results.data) records.push(record);
			onProgress?.(results.meta.cursor / text.length);
		},
		complete: () => onProgress?.(1),
	});
	const [header = [], ...rows] = records;
	return { header, rows };
}
