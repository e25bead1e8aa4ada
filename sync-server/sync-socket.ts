import { type RawData, WebSocket } from "ws";
import type { NackCode } from "./peer.ts";

/** The codes with which `ws` itself closes when it cannot read what comes. */
const UNREADABLE: Readonly<Record<number, NackCode>> = {
	1002: "malformed",
	1003: "malformed",
	1007: "malformed",
	1009: "too-large",
};

/**
 * A socket that is refused like every other one when the transport cannot read a frame.
 *
 * By itself `ws` would close with 1009 or 1002, after which a y-websocket client tries the same again for ever.
 */
export class SyncSocket extends WebSocket {
	onUnreadable: ((code: NackCode) => void) | undefined;

	override close(code?: number, data?: string | Buffer): void {
		const nack = code === undefined ? undefined : UNREADABLE[code];
		if (nack === undefined || this.onUnreadable === undefined) super.close(code, data);
		else this.onUnreadable(nack);
	}
}

/** The bytes of a message; `undefined` for text. */
export function bytesOf(data: RawData, isBinary: boolean): Uint8Array | undefined {
	return isBinary && data instanceof Uint8Array ? data : undefined;
}
