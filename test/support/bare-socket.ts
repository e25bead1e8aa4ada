import { once } from "node:events";
import { connect } from "node:net";
import { ORIGIN } from "./socket-server.ts";

/** A client of TCP alone: it gets its socket and then sends what it likes, without answering a close. */
export async function openBareSocket(address: string, { user = "" }: { user?: string } = {}) {
	const { hostname, port, pathname, search } = new URL(address);
	const socket = connect(Number(port), hostname);
	socket.on("error", () => {}); // `closed` tells
	const closed = once(socket, "close");
	socket.write(
		[
			`GET ${pathname}${search} HTTP/1.1`,
			`Host: ${hostname}`,
			`Origin: ${ORIGIN}`,
			`Cookie: user=${user}`,
			"Connection: Upgrade",
			"Upgrade: websocket",
			"Sec-WebSocket-Version: 13",
			"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
			"\r\n",
		].join("\r\n"),
	);
	await once(socket, "data");
	socket.resume();
	return { socket, closed };
}

/** A binary message of at most 64 kB as a client frames it; `says` is the length that it claims to have. */
export function wireFrame(bytes: Uint8Array, says = bytes.length): Uint8Array {
	const head = Buffer.alloc(14); // kind, length in eight bytes, and a mask of zeros
	head.writeUInt8(0x82, 0);
	head.writeUInt8(0xff, 1);
	head.writeBigUInt64BE(BigInt(says), 2);
	return Buffer.concat([head, bytes]);
}
