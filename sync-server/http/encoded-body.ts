import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";

const SMALLEST_COMPRESSED_BYTES = 1024;

/** Bytes that are sent often: named by their content, and compressed once. */
export type EncodedBody = {
	readonly etag: string;
	inEncoding(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
};

type Encoding = "br" | "gzip" | "identity";

export function makeEncodedBody(bytes: Uint8Array): EncodedBody {
	const plain = new Uint8Array(bytes);
	const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
	// Weak, since the same name stands for each encoding of the bytes.
	const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
	return {
		etag,
		inEncoding(encoding) {
			const known = made.get(encoding) ?? encode(plain, encoding);
			made.set(encoding, known);
			return known;
		},
	};
}

async function encode(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
	if (encoding === "gzip") return new Uint8Array(await promisify(gzip)(bytes));
	if (encoding === "identity") return bytes;
	// Quality 6 costs a few milliseconds for a megabyte; 11, the default, more than a second.
	const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	return new Uint8Array(await promisify(brotliCompress)(bytes, { params }));
}

/** Sends the bytes, or 304 to a client that has them. */
export async function sendEncoded(
	c: Context,
	body: EncodedBody,
	headers: { "Content-Type": string; "Cache-Control": string },
): Promise<Response> {
	const shared = { ...headers, ETag: body.etag, Vary: "Accept-Encoding" };
	const known = c.req.header("If-None-Match")?.split(",") ?? [];
	if (known.some((etag) => etag.trim() === body.etag)) return c.body(null, 304, shared);
	const plain = await body.inEncoding("identity");
	const encoding = plain.length < SMALLEST_COMPRESSED_BYTES ? "identity" : bestEncoding(c);
	if (encoding === "identity") return c.body(plain, 200, shared);
	return c.body(await body.inEncoding(encoding), 200, { ...shared, "Content-Encoding": encoding });
}

function bestEncoding(c: Context): Encoding {
	const accepted = (c.req.header("Accept-Encoding") ?? "").split(",").map((one) => one.trim().split(";")[0]);
	return accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
}
