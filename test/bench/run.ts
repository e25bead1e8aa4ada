import { globSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Row } from "./row.ts";

const args = process.argv.slice(2);
const quick = args.includes("--quick");
const wanted = args.find((arg) => !arg.startsWith("--")) ?? "";

const files = globSync("*.bench.ts", { cwd: import.meta.dirname }).filter((name) => name.includes(wanted));
const rows: Row[] = [];
for (const file of files.sort()) {
	process.stderr.write(`${file} …\n`);
	const { run } = (await import(join(import.meta.dirname, file))) as { run: Bench };
	rows.push(...(await run({ quick })));
}
console.log(table(rows));
process.exit(rows.every((row) => row.pass) ? 0 : 1);

function table(lines: readonly Row[]): string {
	const cells = [
		["scenario", "peer", "ours", "ratio", "goal", "verdict"],
		...lines.map((row) => [
			row.scenario,
			row.peer,
			row.ours,
			row.ratio,
			row.goal,
			row.pass ? "reached" : "MISSED",
		]),
	];
	const width = (column: number) => Math.max(...cells.map((row) => row[column]?.length ?? 0));
	return cells
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(width(column) + 2))
				.join("")
				.trimEnd(),
		)
		.join("\n");
}
