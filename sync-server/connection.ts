import type { Duplex } from "node:stream";
import type { Role } from "#domain/partner.ts";
import { CLOSE, type CloseCode } from "#protocol/close-codes.ts";
import { createAllowance, type Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Member } from "./member.ts";
import { type NackCode, type Peer, refusePeer } from "./peer.ts";
import { NO_PRESENCE } from "./presence.ts";
import type { Room } from "./room.ts";
import { presenceFrame } from "./sync-frame.ts";
import { bytesOf, type SyncSocket } from "./sync-socket.ts";

export type Connection = ReturnType<typeof openConnection>;

const SIGN_OF_LIFE = presenceFrame(NO_PRESENCE);

/** Ties one socket to one room: bytes in, within the limits; frames out, one write for all of a turn. */
export function openConnection(parts: {
	ws: SyncSocket;
	/** The connection beneath, which can hold writes back until all are there. */
	socket: Duplex;
	speaksStaffel: boolean;
	member: Member;
	room: Room;
	now: () => number;
	log: Log;
	limits: Limits;
}) {
	const { ws, socket, speaksStaffel, room, now, log, limits } = parts;
	const allowance = createAllowance(limits, now);
	let { member } = parts;
	let isAlive = true;

	const peer: Peer = {
		get member() {
			return member;
		},
		speaksStaffel,
		affords: allowance.take,
		send,
		close: (code) => ws.close(code),
	};

	/** Whoever is sent away need not answer; what still comes from there is nobody's. */
	function end(code: CloseCode): void {
		room.leave(peer);
		ws.close(code);
	}

	function send(frames: readonly Uint8Array[]): void {
		if (ws.readyState !== ws.OPEN) return;
		socket.cork();
		for (const frame of frames) ws.send(frame);
		socket.uncork();
		if (ws.bufferedAmount > limits.maxUnsentBytes) end(CLOSE.tryLater);
	}

	function refuse(code: NackCode): void {
		log.warn({ documentId: room.document.id, userId: member.userId, code }, "Refused a connection's frame");
		room.leave(peer);
		refusePeer(peer, code);
	}

	ws.onUnreadable = refuse;
	ws.on("error", () => {}); // `close` follows and says all there is to say
	ws.on("pong", () => {
		isAlive = true;
	});
	ws.on("close", () => room.leave(peer));
	ws.on("message", (data, isBinary) => {
		const bytes = bytesOf(data, isBinary);
		if (bytes === undefined) refuse("malformed");
		else if (!allowance.take(bytes.length)) refuse("rate");
		else room.receive(peer, bytes);
	});
	room.join(peer);

	return {
		userId: member.userId,
		setRoles(roles: readonly Role[]): void {
			member = { ...member, roles };
		},
		close: end,
		beat(): void {
			if (isAlive) {
				isAlive = false;
				ws.ping();
				send([SIGN_OF_LIFE]);
			} else ws.terminate();
		},
	};
}
