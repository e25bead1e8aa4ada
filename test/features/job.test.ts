import { describe, expect, test } from "vitest";
import { type ImportFile, jobOf, type KnownFile, toImportFile } from "#features/import/job.ts";

const known = (shape: KnownFile["shape"]): KnownFile => ({
	key: shape,
	name: `${shape}.csv`,
	state: "known",
	shape,
	header: [],
	rows: 1,
});
const refused: ImportFile = { key: "x", name: "x.csv", state: "refused", reason: "none" };
const reading: ImportFile = { key: "y", name: "y.csv", state: "reading", share: 0.5 };

test.each<[string, ImportFile[], object]>([
	["nothing", [], { kind: "nothing" }],
	["a refused file and one that is being read", [refused, reading], { kind: "nothing" }],
	["agreements, beside a refused file", [refused, known("agreements")], { kind: "agreements" }],
	["a statement", [known("statement")], { kind: "statement" }],
	["contracts alone", [known("contracts")], { kind: "incomplete", missing: "orders" }],
	["orders alone", [known("orders")], { kind: "incomplete", missing: "contracts" }],
	["orders and contracts", [known("orders"), known("contracts")], { kind: "contracts" }],
	["two agreement files", [known("agreements"), known("agreements")], { kind: "mixed" }],
	["agreements and a statement", [known("agreements"), known("statement")], { kind: "mixed" }],
	["three files", [known("orders"), known("contracts"), known("orders")], { kind: "mixed" }],
])("%s make the job %j", (_, files, job) => {
	expect(jobOf(files)).toMatchObject(job);
});

describe("toImportFile", () => {
	const named = { key: "k", name: "k.csv" };
	const table = (header: string[], rows: number) =>
		({ kind: "table", shape: { shape: "agreements" }, header, rows }) as const;

	test("takes a file with rows", () => {
		expect(toImportFile(named, table(["a"], 1))).toMatchObject({ state: "known", rows: 1 });
	});

	test.each([
		["a header without rows", table(["a"], 0), "empty"],
		["nothing at all", { ...table([""], 0), shape: { shape: "none" } } as const, "empty"],
		["a workbook", { kind: "workbook" } as const, "workbook"],
		["a file that moved", { kind: "unreadable" } as const, "unreadable"],
		["other columns", { ...table(["a"], 1), shape: { shape: "none" } } as const, "none"],
	])("refuses %s", (_, opened, reason) => {
		expect(toImportFile(named, opened)).toEqual({ ...named, state: "refused", reason });
	});
});
