import type { Context } from "hono";
import type { HttpEnv } from "./parts.ts";

/**
 * The same request in the form in which Better Auth takes it: with the address it comes from in a header
 * that no client can set.
 *
 * @param url The server's own origin. With https a proxy stands before the server, and the last address of
 *   `X-Forwarded-For` is the one that the proxy saw; without, the header is anybody's word.
 */
export async function requestForAuth(
	c: Context<HttpEnv>,
	url: string,
	addressHeader: string,
): Promise<Request> {
	const forwarded = url.startsWith("https:") ? c.req.header("X-Forwarded-For")?.split(",").at(-1) : undefined;
	const headers = new Headers(c.req.raw.headers);
	headers.delete(addressHeader);
	const address = forwarded?.trim() ?? c.env.incoming.socket.remoteAddress;
	if (address !== undefined) headers.set(addressHeader, address);
	const body = await c.req.text();
	if (body === "") headers.delete("Content-Type");
	return new Request(new URL(c.req.path, url), {
		method: c.req.method,
		headers,
		body: body === "" ? null : body,
	});
}
