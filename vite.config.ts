import { join } from "node:path";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";

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
		// What three or more pages share is one file each: 20 requests for the first page instead of 56, 7 kB less.
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{
							name: "vendor",
							test: /node_modules\/(solid-js|@solidjs|valibot|dayjs|lucide)\//,
							minShareCount: 3,
							priority: 2,
						},
						{
							name: "frame",
							test: /src\/(ui|domain|i18n\/(messages|format)|paths)/,
							minShareCount: 3,
							priority: 1,
						},
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
