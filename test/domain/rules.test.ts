import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("src/domain/RULES.md", root), "utf8");
const lines = text.split("\n").filter((line) => /^[RND]\d+ /.test(line));
const numbers = lines.map((line) => line.split(" ")[0]);

/** The numbers that a rule's line mentions count as explained: `R16` in the line of `R15`. */
const explained = new Set(lines.flatMap((line) => line.match(/\b[RND]\d+\b/g) ?? []));

test("RULES.md has each number once", () => {
	expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test.each([
	["[R]", "{src,sync-server,test}/**/*.{ts,tsx}"],
	["[ND]", "{src,test}/domain/*.ts"],
])("RULES.md explains every number with %s in %s", (letters, files) => {
	const unexplained = globSync(files, { cwd: root }).flatMap((file) => {
		const cited =
			readFileSync(new URL(file, root), "utf8").match(new RegExp(`\\b${letters}\\d{1,3}\\b`, "g")) ?? [];
		return cited.filter((number) => !explained.has(number)).map((number) => `${file}: ${number}`);
	});
	expect(unexplained).toEqual([]);
});

test("every rule names a file that there is", () => {
	const homeless = lines.filter((line) => {
		const files = line.match(/[\w/-]+\.ts\b/g) ?? [];
		return files.length === 0 || files.some((file) => !existsSync(new URL(`src/domain/${file}`, root)));
	});
	expect(homeless).toEqual([]);
});
