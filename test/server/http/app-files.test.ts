import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../support/start-test-server.ts";

let appDir: string;
let server: TestServer;
beforeAll(async () => {
	appDir = mkdtempSync(join(tmpdir(), "staffel-app-"));
	mkdirSync(join(appDir, "assets"));
	writeFileSync(join(appDir, "index.html"), "<!doctype html><title>Staffel</title>");
	writeFileSync(join(appDir, "sw.js"), "/* worker */");
	writeFileSync(join(appDir, "manifest.webmanifest"), "{}");
	writeFileSync(join(appDir, "assets", "main-abc123.js"), "export {};");
	server = await startTestServer({ appDir });
});
afterAll(async () => {
	await server.stop();
	rmSync(appDir, { recursive: true });
});

test.each([
	["/", "text/html; charset=utf-8", "no-cache"],
	["/customers/d14dcc31/transfers", "text/html; charset=utf-8", "no-cache"],
	["/setup/some-token", "text/html; charset=utf-8", "no-cache"],
	["/sw.js", "text/javascript; charset=utf-8", "no-cache"],
	["/manifest.webmanifest", "application/manifest+json", "no-cache"],
	["/assets/main-abc123.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
])("%s is %s with %s", async (path, type, cache) => {
	const answer = await server.request("GET", path);
	expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
		200,
		type,
		cache,
	]);
});

test.each(["/assets/main-old.js", "/favicon.ico", "/assets/../../cookie-secret.txt"])(
	"%s, which was not built, is not found",
	async (path) => {
		expect((await server.request("GET", path)).status).toBe(404);
	},
);

test.each([
	"/../staffel.db",
	"/..%2f..%2fetc%2fpasswd.txt",
	"/assets/%2e%2e/%2e%2e/package.json",
	"//etc/host.conf",
])("no address leads out of the folder: %s", async (path) => {
	expect(await statusLine(path)).toMatch(/^HTTP\/1.1 404 /);
});

test("a page is told what it may do", async () => {
	const { headers } = await server.request("GET", "/");
	const policy = headers.get("content-security-policy") ?? "";
	expect(policy.split("; ")).toEqual(
		expect.arrayContaining([
			"default-src 'none'",
			"script-src 'self'",
			"worker-src 'self'",
			"frame-ancestors 'none'",
		]),
	);
	expect(policy).toContain(`connect-src 'self' ${server.url.replace("http:", "ws:")}`);
	expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
	expect(headers.get("x-content-type-options")).toBe("nosniff");
	expect(headers.get("referrer-policy")).toBe("no-referrer");
});

test("a page that the browser has is not sent again", async () => {
	const etag = (await server.request("GET", "/")).headers.get("etag") ?? "";
	expect((await server.request("GET", "/", { headers: { "if-none-match": etag } })).status).toBe(304);
});

/** Sends the path as it is: `fetch` would tidy it up first. */
function statusLine(path: string): Promise<string> {
	const { hostname, port } = new URL(server.url);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), hostname, () => {
			socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
		});
		socket.on("error", reject);
		socket.once("data", (data) => {
			resolve(data.toString().split("\r\n")[0] ?? "");
			socket.destroy();
		});
	});
}
