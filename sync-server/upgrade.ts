import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { STAFFEL_PARAM } from "#protocol/frame.ts";

/** What the address of a socket asks for: `/sync/<documentId>`, with `?staffel=1` for our own messages. */
export type Target = { readonly documentId: string; readonly speaksStaffel: boolean };

const PATH = /^\/sync\/([\w-]{1,100})$/;

export function readTarget(url: string | undefined): Target | undefined {
	if (url === undefined || !URL.canParse(url, "http://any")) return undefined;
	const { pathname, searchParams } = new URL(url, "http://any");
	const documentId = PATH.exec(pathname)?.[1];
	return documentId === undefined
		? undefined
		: { documentId, speaksStaffel: searchParams.get(STAFFEL_PARAM) === "1" };
}

/** Answers an upgrade with a plain HTTP status. */
export function refuseUpgrade(socket: Duplex, status: 403 | 404 | 503): void {
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
