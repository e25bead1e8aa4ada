import { globSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Row } from "./row.ts";

const HEADINGS: Row | Record<keyof Row, string> = {
	scenario: "scenario",
	peer: "peer",
	ours: "ours",
	ratio: "ratio",
	goal: "goal",
	pass: "verdict",
};

const [, , ...args] = process.argv;
const quick = args.includes("--quick");
const wanted = args.find((arg) => !arg.startsWith("--")) ?? "";

const files = globSync("*.bench.ts", { cwd: import.meta.dirname }).sort();
const rows: Row[] = [];
for (const file of files.filter((name) => name.includes(wanted))) {
	process.stderr.write(`${file} …\n`);
	const { run } = (await import(join(import.meta.dirname, file))) as { run: Bench };
	rows.push(...(await run({ quick })));
}
console.log(table(rows));
process.exit(rows.every((row) => row.pass) ? 0 : 1);

function table(lines: readonly Row[]): string {
	const cells = [HEADINGS, ...lines].map((row) => [
		row.scenario,
		row.peer,
		row.ours,
		row.ratio,
		row.goal,
		typeof row.pass === "string" ? row.pass : row.pass ? "reached" : "MISSED",
	]);
	const widths =
		cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
	return cells
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}
