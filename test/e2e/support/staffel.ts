import { rmSync } from "node:fs";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type E2eServer, makeSeason, PASSWORD, startE2eServer } from "./server.ts";

export { expect };

/** Members of two of the sample's teams; both teams are related to Hansewerk Logistik AG. */
export const PEOPLE = {
	anna: "anna.sievers@rheinblick.example",
	deniz: "deniz.kaya@rheinblick.example",
	paul: "paul.reuter@rheinblick.example",
	lena: "lena.brandt@nordlicht.example",
	miriam: "miriam.ozturk@nordlicht.example",
	operator: "operator@staffel.example",
} as const;

type OpenOptions = BrowserContextOptions & {
	/** How far this device's clock is ahead of the server's. */
	clockAheadMs?: number;
	path?: string;
};

type Fixtures = {
	/** A real server with the sample's teams, for this test alone. */
	server: E2eServer;
	/** A real server without anybody. */
	emptyServer: E2eServer;
	/** A browser of their own for somebody who is signed in; for nobody without a name. */
	open(who: keyof typeof PEOPLE | undefined, options?: OpenOptions): Promise<Page>;
	/** The same on the server without anybody. */
	openEmpty(options?: OpenOptions): Promise<Page>;
};

export const test = base.extend<Fixtures, { seasonDir: string }>({
	seasonDir: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's text
		async ({}, use) => {
			const dir = await makeSeason();
			await use(dir);
			rmSync(dir, { recursive: true, force: true });
		},
		{ scope: "worker" },
	],
	server: async ({ seasonDir }, use) => {
		const server = await startE2eServer(seasonDir);
		await use(server);
		await server.remove();
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's text
	emptyServer: async ({}, use) => {
		const server = await startE2eServer();
		await use(server);
		await server.remove();
	},
	open: async ({ browser, server }, use) => {
		const faults: string[] = [];
		await use(async (who, options = {}) => {
			const page = await openPage(browser, server, options, faults);
			if (who !== undefined) await signIn(page, PEOPLE[who]);
			if (who === undefined || options.path !== undefined) await page.goto(options.path ?? "/");
			return page;
		});
		expect(faults, "no page has thrown or complained").toEqual([]);
	},
	openEmpty: async ({ browser, emptyServer }, use) => {
		const faults: string[] = [];
		await use(async (options = {}) => {
			const page = await openPage(browser, emptyServer, options, faults);
			await page.goto(options.path ?? "/");
			return page;
		});
		expect(faults, "no page has thrown or complained").toEqual([]);
	},
});

async function openPage(
	browser: Browser,
	server: E2eServer,
	{ clockAheadMs = 0, path: _, ...options }: OpenOptions,
	faults: string[],
): Promise<Page> {
	const context = await browser.newContext({ baseURL: server.url, ...options });
	await context.clock.install({ time: Date.now() + server.aheadMs + clockAheadMs });
	const page = await context.newPage();
	page.on("pageerror", (error) => faults.push(String(error.stack)));
	page.on("console", (message) => {
		// A network that is gone, and a worker that is not let in, are what the tests are about.
		const isExpected = /^Failed to load resource|^WebSocket connection to|blocked by Playwright/.test(
			message.text(),
		);
		if (message.type() === "error" && !isExpected) faults.push(message.text());
	});
	return page;
}

/** By the names of the fields: the page may be in any language. */
async function signIn(page: Page, email: string): Promise<void> {
	await page.goto("/sign-in");
	await page.locator("input[name=email]").fill(email);
	await page.locator("input[name=password]").fill(PASSWORD);
	await page.keyboard.press("Enter");
	await page.waitForURL(/customers|operator/);
}
