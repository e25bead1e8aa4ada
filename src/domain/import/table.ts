/** A file as its reader gives it: the first record and all others, blank ones too, each cell as the file has it. */
export type Table = {
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

/** A data row: where its record begins, counted as an editor counts lines, from 1. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] };

/**
 * The rows that are not blank, with their lines: a cell in quotation marks may hold line breaks.
 *
 * @param headerAt Index of the record under which the rows begin; 0 is the first record of the file.
 */
export function* dataRows(table: Table, headerAt = 0): Generator<TableRow> {
	let line = 1 + linesOf(table.header);
	for (const [index, cells] of table.rows.entries()) {
		if (index >= headerAt && !isBlank(cells)) yield { row: line, cells };
		line += linesOf(cells);
	}
}

function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === "");
}

function linesOf(cells: readonly string[]): number {
	let lines = 1;
	for (const cell of cells) {
		for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) lines++;
	}
	return lines;
}
