import { defineConfig } from "@playwright/test";
import { findBrowser } from "./test/support/find-browser.ts";

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
	testDir: "test/e2e",
	testMatch: "**/*.spec.ts",
	outputDir: "test-results",
	// Each test has a server and browser contexts of its own; two of them keep two cores busy.
	workers: 2,
	fullyParallel: true,
	retries: 0,
	forbidOnly: process.env.CI !== undefined,
	timeout: 120_000,
	expect: { timeout: 10_000 },
	reporter: [["list"]],
	use: {
		actionTimeout: 15_000,
		locale: "en-GB",
		timezoneId: "Europe/Berlin",
		colorScheme: "light",
		// Only offline.spec.ts lets one in: elsewhere it would serve yesterday's build to today's test.
		serviceWorkers: "block",
		trace: "retain-on-failure",
		launchOptions: { executablePath, args, ...(env === undefined ? {} : { env }) },
	},
});
