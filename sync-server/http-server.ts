import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Listens at once, so that the port is known; answers 503 until it is told how to answer. */
export async function openHttpServer(port: number, host: string) {
	let answer: Answer = (_, response) => void response.writeHead(503).end();
	let underWay = 0;
	let whenQuiet = () => {};

	const server = createServer((request, response) => {
		underWay += 1;
		response.once("close", () => {
			underWay -= 1;
			if (underWay === 0) whenQuiet();
		});
		answer(request, response);
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});

	return {
		port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe

		serve(answerWith: Answer, upgradeWith: Upgrade): void {
			answer = answerWith;
			server.on("upgrade", upgradeWith);
		},

		/** Takes no more connections and waits for the requests that are being answered. */
		async close(): Promise<void> {
			server.close();
			server.closeIdleConnections();
			if (underWay > 0) await new Promise<void>((resolve) => (whenQuiet = resolve));
			server.closeAllConnections();
		},
	};
}
