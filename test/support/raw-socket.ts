import { WebSocket } from "ws";
import { ORIGIN } from "./socket-server.ts";

/** A bare socket that notes what it is told. */
export function openRawSocket(
	address: string,
	{ user = "", origin = ORIGIN }: { user?: string; origin?: string } = {},
) {
	const socket = new WebSocket(address, { origin, headers: { cookie: `user=${user}` } });
	const frames: Uint8Array[] = [];
	socket.on("message", (data: Buffer) => frames.push(Uint8Array.from(data)));
	const closed = new Promise<number>((resolve) => socket.on("close", resolve));
	const opened = new Promise<void>((resolve) => socket.on("open", resolve));
	const refused = new Promise<number>((resolve) =>
		socket.on("unexpected-response", (_, response) => {
			resolve(response.statusCode ?? 0);
			socket.terminate();
		}),
	);
	socket.on("error", () => {}); // `refused` or `closed` tells
	return { socket, frames, closed, opened, refused };
}
