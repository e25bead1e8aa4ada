import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright";

/** What Playwright and Vitest need in order to start a browser. */
export type FoundBrowser = {
	readonly executablePath: string;
	readonly args: string[];
	/** Only where the browser brings its own libraries and fonts. */
	readonly env?: Record<string, string>;
};

const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	linux: [
		"/usr/bin/google-chrome",
		"/usr/bin/google-chrome-stable",
		"/usr/bin/microsoft-edge",
		"/usr/bin/chromium",
	],
	darwin: [
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
	],
	win32: [
		"C:/Program Files/Google/Chrome/Application/chrome.exe",
		"C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
	],
};

/**
 * Finds a Chromium for the tests: `BROWSER_PATH`, Playwright's own download, the one in the npm package
 * `@sparticuz/chromium` (Linux on x64), an installed one; in this order.
 *
 * @throws If there is none, with the ways to get one.
 */
export async function findBrowser(): Promise<FoundBrowser> {
	const args = sandboxArgs();
	const asked = process.env.BROWSER_PATH;
	if (asked !== undefined && asked !== "") {
		if (!existsSync(asked)) throw new Error(`BROWSER_PATH names ${asked}, and there is no such file.`);
		return { executablePath: asked, args };
	}
	if (existsSync(chromium.executablePath())) return { executablePath: chromium.executablePath(), args };
	if (process.platform === "linux" && process.arch === "x64") return { ...(await packedBrowser()), args };
	const installed = INSTALLED[process.platform]?.find((path) => existsSync(path));
	if (installed !== undefined) return { executablePath: installed, args };
	throw new Error(
		'No browser for the tests: run "npx playwright install chromium", install Chrome or Edge, or name one in BROWSER_PATH.',
	);
}

/** Chromium refuses its sandbox to root; containers of a CI and Ubuntu's AppArmor leave it nothing to build one from. */
function sandboxArgs(): string[] {
	const refused =
		process.getuid?.() === 0 ||
		process.env.CI !== undefined ||
		kernelSays("apparmor_restrict_unprivileged_userns", "1") ||
		kernelSays("unprivileged_userns_clone", "0");
	return refused ? ["--no-sandbox"] : [];
}

function kernelSays(setting: string, value: string): boolean {
	const file = `/proc/sys/kernel/${setting}`;
	return existsSync(file) && readFileSync(file, "utf8").trim() === value;
}

async function packedBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
	const root = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
	const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
	const cache = join(dirname(dirname(root)), ".cache", "staffel");
	const home = join(cache, `chromium-${version}`);
	if (!existsSync(home)) await unpack(join(root, "bin"), cache, home);

	const env: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
	env.LD_LIBRARY_PATH = join(home, "al2023", "lib");
	env.FONTCONFIG_PATH = join(home, "fonts");
	return { executablePath: join(home, "chromium"), env };
}

/**
 * Unpacks into a folder of its own and renames it in one step, so that a second process that comes
 * at the same time, or a first one that was killed, never leaves half a browser under the final name.
 */
async function unpack(bin: string, cache: string, home: string): Promise<void> {
	mkdirSync(cache, { recursive: true });
	const attempt = mkdtempSync(join(cache, "unpacking-"));
	const { inflate } = await import("@sparticuz/chromium");
	const before = process.env.TMPDIR;
	process.env.TMPDIR = attempt; // inflate writes into os.tmpdir(), which it asks for when it is called
	const files = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
	const unpacking = files.map((file) => inflate(join(bin, file)));
	if (before === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = before;
	await Promise.all(unpacking);
	writeFileSync(join(attempt, "fonts", "fonts.conf"), fontsConf(home));
	// Whoever installed it need not be who runs the tests.
	chmodSync(join(attempt, "chromium"), 0o755);
	chmodSync(attempt, 0o755);
	try {
		renameSync(attempt, home);
	} catch (error) {
		rmSync(attempt, { recursive: true, force: true });
		if (!existsSync(home)) throw error;
	}
}

/** The package's own file looks for its fonts in /tmp only; without any, Chromium paints no letter. */
function fontsConf(home: string): string {
	const folders = [join(home, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
	return [
		'<?xml version="1.0"?>',
		'<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
		"<fontconfig>",
		...folders.map((folder) => `<dir>${folder}</dir>`),
		`<cachedir>${join(home, "fonts-cache")}</cachedir>`,
		"</fontconfig>",
		"",
	].join("\n");
}
