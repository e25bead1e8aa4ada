import { readFile } from "node:fs/promises";
import type { Table } from "#domain/import/table.ts";
import { decode } from "#features/import/decode.ts";
import { parseCsv } from "#features/import/parse-csv.ts";

/** A file of test/fixtures, read with the decoder and the parser of the import page. */
export async function readTable(path: string): Promise<Table> {
	const bytes = await readFile(new URL(`../fixtures/${path}`, import.meta.url));
	const decoded = decode(bytes);
	if (decoded.kind === "workbook") throw new Error(`${path} is a workbook.`);
	return parseCsv(decoded.text);
}

/** A table out of lines with `;` between the cells; the first line is the header. */
export function tableOf(...lines: readonly string[]): Table {
	const [header = [], ...rows] = lines.map((line) => line.split(";"));
	return { header, rows };
}
