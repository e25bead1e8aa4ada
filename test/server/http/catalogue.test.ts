import { readFileSync } from "node:fs";
import { get, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CatalogueRows, emptyCatalogueRows } from "#domain/catalogue.ts";
import { CatalogueReceipt } from "#protocol/api.ts";
import { read, startTestServer, type TestServer } from "../../support/start-test-server.ts";

let server: TestServer;
let cookie: string;
beforeAll(async () => {
	server = await startTestServer();
	cookie = await server.createOperator();
});
afterAll(() => server.stop());

const sample = (name: string) =>
	readFileSync(new URL(`../../fixtures/catalogue/${name}`, import.meta.url), "utf8");
const send = (body: string) => server.request("POST", "/api/catalogue", { cookie, body });
const catalogue = async () =>
	await read(CatalogueRows, await server.request("GET", "/api/catalogue", { cookie }));

test("a server without a catalogue has an empty one", async () => {
	expect(await catalogue()).toEqual(emptyCatalogueRows);
});

test("a file is taken for what it is, and its rows are served", async () => {
	expect(await read(CatalogueReceipt, await send(sample("offer-matrix.csv")))).toMatchObject({
		kind: "offers",
		markets: [],
		rows: 70,
		rejected: [],
	});
	const prices = await read(CatalogueReceipt, await send(sample("price-list-CH-2026-11.csv")));
	expect(prices).toMatchObject({ kind: "prices", markets: ["CH"] });
	const { offers, prices: rows } = await catalogue();
	expect([offers.length, rows.length]).toEqual([70, prices.rows]);
});

test("a file that is none of a catalogue's changes nothing", async () => {
	const before = await catalogue();
	for (const body of ["", "name;value\na;1\n", "%PDF-1.7", sample("offer-matrix.csv").split("\n")[0] ?? ""]) {
		const answer = await send(body);
		expect([answer.status, await answer.json()]).toEqual([422, { error: "unknown-file" }]);
	}
	expect(await catalogue()).toEqual(before);
});

test("nobody but the operator makes the server take in a large body", async () => {
	const sending = request(`${server.url}/api/catalogue`, { method: "POST", headers: { origin: server.url } });
	sending.on("error", () => {}); // the server may end it, since it does not end by itself
	const status = new Promise((resolve) => sending.on("response", (answer) => resolve(answer.statusCode)));
	sending.write("x".repeat(100_000));
	expect(await status).toBe(401);
	sending.destroy();
});

test("two files at once are both there afterwards", async () => {
	await Promise.all([send(sample("part-number-map.csv")), send(sample("promotions.csv"))]);
	const { parts, promotions } = await catalogue();
	expect([parts.length, promotions.length]).toEqual([53, 8]);
});

test("whoever has the catalogue gets 304 until a file changes it, also after a restart", async () => {
	const ask = (etag: string) =>
		server.request("GET", "/api/catalogue", { cookie, headers: { "if-none-match": etag } });
	const first = await server.request("GET", "/api/catalogue", { cookie });
	const etag = first.headers.get("etag") ?? "";
	expect([(await ask(etag)).status, (await ask('W/"other"')).status]).toEqual([304, 200]);

	await server.restart();
	expect((await ask(etag)).status).toBe(304);
	await send(sample("price-list-US-2026-11.csv"));
	expect((await ask(etag)).status).toBe(200);
});

test.each([
	["gzip", "gzip", gunzipSync],
	["br", "gzip, deflate, br", brotliDecompressSync],
] as const)("it is sent as %s to a client that accepts %s", async (encoding, accepted, decompress) => {
	const { headers, bytes } = await getRaw(accepted);
	expect(headers["content-encoding"]).toBe(encoding);
	expect(JSON.parse(new TextDecoder().decode(decompress(bytes)))).toEqual(await catalogue());
});

/** `fetch` decompresses by itself; this shows what is on the wire. */
function getRaw(accepted: string) {
	const headers = { cookie, "accept-encoding": accepted };
	return new Promise<{ headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>((resolve, reject) => {
		get(`${server.url}/api/catalogue`, { headers }, async (answer) => {
			const chunks: Buffer[] = await answer.toArray();
			resolve({ headers: answer.headers, bytes: Buffer.concat(chunks) });
		}).on("error", reject);
	});
}
