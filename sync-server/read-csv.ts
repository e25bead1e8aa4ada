import Papa from "papaparse";
import type { Table } from "#domain/import/table.ts";

/** Reads a file of separated values in UTF-8 or UTF-16; the separator is found out. */
export function readCsv(bytes: Uint8Array): Table {
	const [header = [], ...rows] = Papa.parse<string[]>(decode(bytes)).data;
	return { header, rows };
}

function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	return new TextDecoder().decode(bytes);
}
