import { playwright } from "@vitest/browser-playwright";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./test/support/find-browser.ts";

/** Mirrors of the layers that need a page: Solid, IndexedDB, the DOM. */
const IN_BROWSER = ["test/{reactive,sync,session,i18n,ui,features,app}/**/*.test.{ts,tsx}"];

/** The rest: what runs on the server too, and the server. */
const IN_NODE = ["test/{domain,document,protocol,server,system}/**/*.test.ts", "test/architecture.test.ts"];

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
	test: {
		passWithNoTests: true,
		projects: [
			{
				test: { name: "node", environment: "node", include: IN_NODE, testTimeout: 20_000 },
			},
			{
				plugins: [solid()],
				publicDir: "public",
				optimizeDeps: {
					// By name: Vite's scan gives up at the first JSX in a test, and a dependency met later reloads the page.
					noDiscovery: true,
					include: [
						"@solidjs/testing-library",
						"dayjs",
						"dayjs/plugin/utc.js",
						"fast-check",
						"lib0/buffer",
						"lib0/decoding",
						"lib0/encoding",
						"lucide",
						"papaparse",
						"solid-js",
						"solid-js/store",
						"solid-js/web",
						"valibot",
						"y-indexeddb",
						"y-protocols/awareness",
						"y-protocols/sync",
						"y-websocket",
						"yjs",
					],
				},
				test: {
					name: "browser",
					include: IN_BROWSER,
					setupFiles: ["./test/support/setup.ts"],
					testTimeout: 20_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath, args, ...(env === undefined ? {} : { env }) },
							contextOptions: { locale: "en-GB", timezoneId: "UTC" },
							actionTimeout: 5_000,
						}),
						instances: [{ browser: "chromium", viewport: { width: 1280, height: 800 } }],
					},
				},
			},
		],
	},
});
