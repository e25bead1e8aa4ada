import { expect, test } from "vitest";
import { dataRows } from "#domain/import/table.ts";

test("blank rows are left out, and a row knows the line on which it begins", () => {
	const header = ["a", "b"];
	const rows = [["1", "2"], [""], ["3", "over\ntwo lines"], [" ", ""], ["4", ""], [""]];
	expect([...dataRows({ header, rows })]).toEqual([
		{ row: 2, cells: rows[0] },
		{ row: 4, cells: rows[2] },
		{ row: 7, cells: rows[4] },
	]);
});
