import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { ORIGIN } from "./socket-server.ts";

type Identity = { user?: string; origin?: string };

/** The socket of somebody's browser: with its cookie and its origin. */
function socketOf({ user, origin = ORIGIN }: Identity): typeof globalThis.WebSocket {
	class BrowserSocket extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, {
				origin,
				...(user === undefined ? {} : { headers: { cookie: `user=${user}` } }),
			});
		}
	}
	return BrowserSocket as unknown as typeof globalThis.WebSocket; // ws is made to stand in for it
}

/** y-websocket as it is published, with nothing added. */
export function makeStockClient(
	url: string,
	documentId: string,
	identity: Identity,
	doc = new Y.Doc(),
	params: Record<string, string> = {},
) {
	const provider = new WebsocketProvider(url, documentId, doc, {
		WebSocketPolyfill: socketOf(identity),
		disableBc: true,
		params,
	});
	return {
		doc,
		provider,
		synced: (): Promise<void> =>
			provider.synced ? Promise.resolve() : new Promise((resolve) => provider.once("sync", () => resolve())),
		/** The code with which the server has ended it for good. */
		closed: (): Promise<number> =>
			new Promise((resolve) => provider.once("closed", ({ code }) => resolve(code))),
		destroy: (): void => provider.destroy(),
	};
}
