import { Hono } from "hono";
import type { CatalogueReceipt } from "#protocol/api.ts";
import { bodyOfAtMost } from "./body-of-at-most.ts";
import { type EncodedBody, makeEncodedBody, sendEncoded } from "./encoded-body.ts";
import { onlyOperator, onlySignedIn } from "./guards.ts";
import type { HttpEnv, Parts } from "./parts.ts";
import { refuse } from "./refuse.ts";

/** The largest price lists of a market have some hundred thousand rows. */
const MAX_CATALOGUE_BYTES = 64 * 1024 * 1024;

/** The catalogue: everybody who is signed in reads it, the operator brings its files. */
export function catalogueRoutes({ catalogue }: Parts): Hono<HttpEnv> {
	const routes = new Hono<HttpEnv>();
	let sent: { json: string; body: EncodedBody } | undefined;

	routes.get("/", onlySignedIn, (c) => {
		const json = catalogue.json();
		if (sent?.json !== json) sent = { json, body: makeEncodedBody(new TextEncoder().encode(json)) };
		return sendEncoded(c, sent.body, {
			"Content-Type": "application/json",
			"Cache-Control": "private, no-cache",
		});
	});

	routes.post("/", onlyOperator, bodyOfAtMost(MAX_CATALOGUE_BYTES), async (c) => {
		const receipt = await catalogue.importFile(new Uint8Array(await c.req.arrayBuffer()));
		return receipt === undefined ? refuse(c, "unknown-file") : c.json<CatalogueReceipt>(receipt);
	});

	return routes;
}
