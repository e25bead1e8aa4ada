import { join } from "node:path";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";

const MAIN = "src/app/main.tsx";

const ICONS = /node_modules\/lucide\//;

/** Pages that can be shown on a device without a workspace. */
const EARLY_PAGES = [
	"src/app/first-run.tsx",
	"src/app/operator-route.tsx",
	"src/features/join/join-page.tsx",
	"src/features/setup/setup-page.tsx",
	"src/features/sign-in/sign-in-page.tsx",
];

type Graph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

const reached = new Map<string, ReadonlySet<string>>();

/** All modules that come with a file, without those that it loads later. */
function reach(file: string, graph: Graph): ReadonlySet<string> {
	const known = reached.get(file);
	if (known !== undefined) return known;
	const root = join(import.meta.dirname, file);
	if (graph.getModuleInfo(root) === null) throw new Error(`vite.config: the app has no ${file}.`);
	const all = new Set([root]);
	for (const id of all) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) all.add(imported);
	reached.set(file, all);
	return all;
}

/** One file for what is always loaded together: the start; on top of it a workspace, with what its first page shares. */
function chunkOf(id: string, graph: Graph): string | null {
	// main.tsx awaits files that need the start: as a part of it, each would wait for the other
	if (ICONS.test(id) || id === join(import.meta.dirname, MAIN)) return null;
	const comesWith = (file: string) => reach(file, graph).has(id);
	if (comesWith(MAIN)) return "start";
	const isEarly = EARLY_PAGES.some(comesWith);
	const isShared = isEarly || comesWith("src/features/transfers/transfers-page.tsx");
	const isOfFirstPage = comesWith("src/features/customers/customers-page.tsx");
	if (!comesWith("src/app/open-session.ts") && !(isOfFirstPage && isShared)) return null;
	return isEarly ? "start" : "workspace";
}

export default defineConfig({
	plugins: [
		solid(),
		VitePWA({
			registerType: "prompt",
			injectRegister: null,
			manifest: {
				name: "Staffel",
				short_name: "Staffel",
				description: "Hand licence subscriptions over from an Enterprise Agreement to CSP",
				display: "standalone",
				start_url: "/",
				theme_color: "#123c47",
				background_color: "#eef1f2",
				icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
			},
			workbox: {
				globPatterns: ["**/*.{js,css,html,svg,csv,json}"],
				navigateFallback: "/index.html",
				navigateFallbackDenylist: [/^\/api\//, /^\/sync\//, /^\/healthz/, /^\/readyz/, /^\/metrics/],
			},
		}),
	],
	// Yjs prints a warning now and then; lib0's coloured output for browsers brings a DOM writer and a schema library.
	resolve: { alias: { "lib0/logging": join(import.meta.dirname, "node_modules/lib0/logging.node.js") } },
	build: {
		target: "es2023",
		sourcemap: false,
		modulePreload: { polyfill: false },
		// Otherwise each set of pages that share a module gets a file: 61 for a member's first page instead of 8, 16 kB more.
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// one by one: each belongs to a barrel that comes with everything
						{ name: "icons", test: ICONS, minShareCount: 2, priority: 3 },
						{ name: chunkOf, priority: 2 },
						{ name: "shared", test: /src|node_modules/, minShareCount: 3, priority: 1 },
					],
				},
			},
		},
	},
	server: {
		// The server takes writes and sockets only from its own origin; Vite's is another.
		proxy: {
			"/api": { target: "http://127.0.0.1:4280", headers: { origin: "http://localhost:4280" } },
			"/sync": { target: "ws://127.0.0.1:4280", ws: true, headers: { origin: "http://localhost:4280" } },
		},
	},
});
