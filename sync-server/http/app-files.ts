import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { Hono } from "hono";
import { type EncodedBody, makeEncodedBody, sendEncoded } from "./encoded-body.ts";
import type { HttpEnv } from "./parts.ts";
import { refuse } from "./refuse.ts";

const TYPES: Record<string, string> = {
	".css": "text/css; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".ico": "image/x-icon",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".woff2": "font/woff2",
};

/**
 * Serves the built app from memory. The folder is read once, so no address can lead out of it.
 *
 * An address without a dot in its last part is a page of the app and gets `index.html`.
 */
export function appFiles(appDir: string): Hono<HttpEnv> {
	const bodies = readBodies(appDir);
	const routes = new Hono<HttpEnv>();

	routes.get("/*", (c) => {
		const path = c.req.path === "/" ? "/index.html" : c.req.path;
		const isPage = !path.slice(path.lastIndexOf("/")).includes(".");
		const served = isPage && !bodies.has(path) ? "/index.html" : path;
		const body = bodies.get(served);
		if (body === undefined) return refuse(c, "not-found");
		return sendEncoded(c, body, {
			"Content-Type": TYPES[extname(served)] ?? "application/octet-stream",
			// The build puts a hash of the content into the names below /assets/.
			"Cache-Control": served.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
		});
	});

	return routes;
}

function readBodies(appDir: string): ReadonlyMap<string, EncodedBody> {
	const bodies = new Map<string, EncodedBody>();
	// While the app is developed its pages come from Vite, and nothing may have been built.
	if (!existsSync(appDir)) return bodies;
	for (const entry of readdirSync(appDir, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const address = `/${relative(appDir, file).split(sep).join("/")}`;
		bodies.set(address, makeEncodedBody(readFileSync(file)));
	}
	return bodies;
}
