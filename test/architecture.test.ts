import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

// Every gate has a canary: a linter that silently looks at nothing is green too.

type Override = { includes: string[]; linter?: { rules: Record<string, Record<string, unknown>> } };
type Config = { overrides: Override[] } & Record<string, unknown>;

const ROOT = resolve(import.meta.dirname, "..");
const config = JSON.parse(read("biome.json")) as Config;
const temp = mkdtempSync(join(tmpdir(), "staffel-architecture-"));

afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** Where a file stands, what it may not import there, and what it may. */
const LAW: readonly (readonly [place: string, forbidden: readonly string[], allowed: readonly string[]])[] = [
	["src/domain/x.ts", ["#document/origin.ts", "yjs", "dayjs", "node:fs"], ["./day.ts", "valibot"]],
	["src/domain/import/x.ts", ["../day.ts", "papaparse"], ["#domain/day.ts", "valibot"]],
	["src/domain/day.ts", ["yjs", "#protocol/frame.ts"], ["dayjs", "dayjs/plugin/utc.js", "valibot"]],
	["src/document/x.ts", ["#protocol/frame.ts", "solid-js", "lib0/encoding"], ["#domain/day.ts", "yjs"]],
	["src/document/plan/x.ts", ["#document/ledger/holds.ts"], ["#document/origin.ts", "#document/plan/y.ts"]],
	["src/document/ledger/x.ts", ["#document/plan/y.ts"], ["#document/origin.ts", "valibot"]],
	["src/protocol/x.ts", ["#document/origin.ts", "yjs", "ws"], ["#domain/day.ts", "lib0/encoding"]],
	["src/sync/x.ts", ["#reactive/x.ts", "solid-js", "#session/x.ts"], ["y-indexeddb", "#protocol/frame.ts"]],
	["src/reactive/x.ts", ["#domain/day.ts", "valibot", "#sync/x.ts"], ["solid-js/store", "yjs"]],
	["src/ui/x.tsx", ["#domain/day.ts", "#i18n/messages.tsx", "yjs"], ["solid-js", "lucide", "./y.tsx"]],
	["src/i18n/x.ts", ["#session/x.ts", "#domain/day.ts"], ["solid-js", "./en.ts"]],
	["src/session/x.ts", ["#features/x/y.tsx", "#ui/x.tsx", "ws"], ["#sync/x.ts", "#reactive/x.ts", "yjs"]],
	[
		"src/features/a/x.tsx",
		["yjs", "#features/b/y.tsx", "../b/y.tsx", "#sync/x.ts", "#app/x.ts"],
		["./y.tsx", "#ui/x.tsx"],
	],
	["src/app/x.ts", ["../ui/y.tsx", "node:fs"], ["#features/a/x.tsx", "#sync/x.ts", "yjs"]],
	["src/paths.ts", ["#features/a/x.tsx", "solid-js"], ["#domain/day.ts"]],
	[
		"sync-server/x.ts",
		["#session/x.ts", "#sync/x.ts", "../src/domain/day.ts", "solid-js"],
		["./y.ts", "ws", "node:fs"],
	],
	[
		"sync-server/http/x.ts",
		["../../src/domain/day.ts", "#ui/x.tsx"],
		["../y.ts", "hono", "#protocol/api.ts"],
	],
];

/** One fault for each rule that keeps the style, and the file that commits it. */
const STYLE: readonly (readonly [rule: string, place: string, text: string])[] = [
	["style/noDefaultExport", "src/domain/shy.ts", "export default 1;\n"],
	["style/noExcessiveLinesPerFile", "src/domain/long.ts", "export {};\n".repeat(301)],
	["style/useFilenamingConvention", "src/domain/camelCase.ts", "export const a = 1;\n"],
	["style/noNonNullAssertion", "src/domain/sure.ts", "export const a = (b?: string) => b!.length;\n"],
	["style/noJsxLiterals", "src/features/a/words.tsx", "export const A = () => <p>Word</p>;\n"],
	["style/noJsxLiterals", "src/ui/words.tsx", "export const A = () => <p>Word</p>;\n"],
	["style/noJsxLiterals", "src/app/words.tsx", "export const A = () => <p>Word</p>;\n"],
	[
		"correctness/noSolidDestructuredProps",
		"src/ui/torn.tsx",
		"export const Torn = ({ words }: { words: string }) => <p id={words} />;\n",
	],
	[
		"performance/useSolidForComponent",
		"src/ui/map.tsx",
		"export const A = (p: { b: string[] }) => <ul>{p.b.map((c) => <li>{c}</li>)}</ul>;\n",
	],
	["performance/noBarrelFile", "src/domain/barrel.ts", 'export * from "./day.ts";\n'],
	["suspicious/noConsole", "sync-server/loud.ts", 'console.log("a");\n'],
	[
		"nursery/noFloatingPromises",
		"sync-server/floating.ts",
		"async function a(): Promise<void> {}\nexport function b(): void { a(); }\n",
	],
	[
		"suspicious/noImportCycles",
		"src/protocol/ring.ts",
		'import { b } from "./gnir.ts";\nexport const a = (): unknown => b;\n',
	],
	[
		"suspicious/noImportCycles",
		"src/protocol/gnir.ts",
		'import { a } from "./ring.ts";\nexport const b = (): unknown => a;\n',
	],
];

/** All the ways to name another module. */
const KINDS = [
	'import type { A } from "lib0/encoding";',
	'import "lib0/decoding";',
	'export { b } from "lib0/array";',
	'export const c = () => import("lib0/map");',
];

describe("the import law", () => {
	const law = folder("law", {
		...Object.fromEntries(
			LAW.map(([place, forbidden, allowed]) => [
				place,
				[...forbidden, ...allowed].map((module) => `import ${JSON.stringify(module)};\n`).join(""),
			]),
		),
		"src/features/b/kinds.ts": KINDS.join("\n"),
	});
	const expected = [
		...LAW.flatMap(([place, forbidden]) => forbidden.map((module) => `${place}: ${module}`)),
		...["encoding", "decoding", "array", "map"].map((name) => `src/features/b/kinds.ts: lib0/${name}`),
	].sort();

	test("refuses every forbidden import in every folder and no allowed one", () => {
		expect(refusedImports(law, config)).toEqual(expected);
	});

	const laws = config.overrides.filter((override) =>
		JSON.stringify(override).includes("noRestrictedImports"),
	);
	test.each(laws.map((override) => [override.includes.join(" "), override] as const))(
		"does not hold without the override for %s",
		(_, override) => {
			const overrides = config.overrides.filter((other) => other !== override);
			expect(refusedImports(law, { ...config, overrides })).not.toEqual(expected);
		},
	);

	test("has a canary in every folder of src", () => {
		const folders = globSync("*", { cwd: join(ROOT, "src"), withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => `src/${entry.name}`);
		expect(folders.filter((name) => !LAW.some(([place]) => place.startsWith(`${name}/`)))).toEqual([]);
	});
});

describe("the style", () => {
	const style = folder("style", Object.fromEntries(STYLE.map(([, place, text]) => [place, text])));
	const found = lint(style, config).map(({ category, path }) => `${category} ${path}`);

	test.each(STYLE)("%s is refused in %s", (rule, place) => {
		expect(found).toContain(`lint/${rule} ${place}`);
	});

	// Biome's own rule sees arrow functions only, and our components are function declarations.
	test("leaves no component that takes its props apart", () => {
		const torn = /\bfunction [A-Z]\w*(?:<[^(]*>)?\(\s*\{|\b(?:const|let)\s*\{[^}]*\}\s*=\s*props;/;
		expect(torn.test("export function A({ b }: { b: string }) {")).toBe(true);
		expect(torn.test("const { b } = props;")).toBe(true);
		expect(globSync("src/**/*.tsx", { cwd: ROOT }).filter((file) => torn.test(read(file)))).toEqual([]);
	});

	test("leaves no word that people read in an attribute", () => {
		const words = /\s(?:aria-label|aria-description|title|placeholder|alt|label)="[^"]*\p{L}/u;
		const files = globSync("src/**/*.tsx", { cwd: ROOT });
		expect(words.test('<p title="Word">')).toBe(true);
		expect(files.filter((file) => words.test(read(file)))).toEqual([]);
	});
});

describe("the pure compile", () => {
	test("looks at domain, document and protocol, and every name of the page or of Node is unknown there", () => {
		const names = ["document", "window", "fetch", "setTimeout", "process", "console"];
		const pure = JSON.parse(read("tsconfig.pure.json")) as { include: string[] };
		expect(pure.include).toEqual(["src/domain", "src/document", "src/protocol"]);
		const place = folder("pure", {
			"src/domain/x.ts": names.map((name) => `${name};\n`).join(""),
			"tsconfig.json": JSON.stringify({ extends: join(ROOT, "tsconfig.pure.json"), include: ["src"] }),
		});
		const output = run(place, join(ROOT, "node_modules/typescript/bin/tsc"), [
			"--pretty",
			"false",
			"-p",
			".",
		]);
		const unknown = [...output.matchAll(/error TS(?:2304|2584|2591|2580): Cannot find name '(\w+)'/g)];
		expect(unknown.map((match) => match[1])).toEqual(names);
	});
});

describe("the lock file", () => {
	type Package = { optionalDependencies?: Record<string, string> };
	const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Package> };

	test("holds one copy of yjs and one of solid-js: two would not know each other's documents and signals", () => {
		const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/(yjs|solid-js)$/.test(path));
		expect(copies.sort()).toEqual(["node_modules/solid-js", "node_modules/yjs"]);
	});

	test("holds every package for another platform, without which npm ci refuses it", () => {
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter(
				(name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
			),
		);
		expect(missing).toEqual([]);
	});
});

function read(file: string): string {
	return readFileSync(join(ROOT, file), "utf8");
}

/** Makes a small project of these files with the real names of the layers. */
function folder(name: string, files: Record<string, string>): string {
	const place = join(temp, name);
	for (const [path, text] of Object.entries({ ...files, "package.json": read("package.json") })) {
		mkdirSync(dirname(join(place, path)), { recursive: true });
		writeFileSync(join(place, path), text);
	}
	return place;
}

type Diagnostic = { category: string; message: string; path: string };

function lint(place: string, rules: Config): Diagnostic[] {
	const { vcs: _, $schema: __, ...alone } = rules;
	writeFileSync(join(place, "biome.json"), JSON.stringify(alone));
	const output = run(place, join(ROOT, "node_modules/@biomejs/biome/bin/biome"), [
		"lint",
		"--reporter=json",
		"--max-diagnostics=none",
		".",
	]);
	const report = JSON.parse(output) as {
		diagnostics: { category: string; message: string; location: { path: string } }[];
	};
	return report.diagnostics.map(({ category, message, location }) => ({
		category,
		message,
		path: location.path,
	}));
}

function refusedImports(place: string, rules: Config): string[] {
	return lint(place, rules)
		.filter(({ category }) => category === "lint/style/noRestrictedImports")
		.map(({ path, message }) => `${path}: ${/'(.+)'/.exec(message)?.[1]}`)
		.sort();
}

/** Both tools answer with an exit code above zero when they find something, as they must here. */
function run(cwd: string, script: string, args: string[]): string {
	try {
		return execFileSync(process.execPath, [script, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
	} catch (error) {
		return (error as { stdout: string }).stdout;
	}
}
