import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Role } from "#domain/partner.ts";
import { CLOSE, type CloseCode } from "#protocol/close-codes.ts";
import { type Connection, openConnection } from "./connection.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Member } from "./member.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { SyncSocket } from "./sync-socket.ts";
import { readTarget, refuseUpgrade, type Target } from "./upgrade.ts";

/** More than the first question of an honest client, which may come before it has read that it is refused. */
const MAX_DOORSTEP_BYTES = 64 * 1024;

type Admitted = { readonly member: Member; readonly room: Room };

/**
 * Lets members into the rooms of their own partner's documents, and no one else.
 *
 * A foreign page is refused in HTTP. Who is not signed in (4401), and who asks for a document that is not theirs or
 * does not exist (4404, the same for both), gets a socket that is closed at once: a browser cannot read the status
 * of a refused upgrade and would try again for ever. No byte of a document comes before all of that.
 */
export function createSockets(parts: {
	rooms: Rooms;
	authenticate: (request: IncomingMessage) => Promise<Member | undefined>;
	allowedOrigin: (origin: string | undefined) => boolean;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	limits: Limits;
}) {
	const { rooms, authenticate, allowedOrigin, now, log, limits } = parts;
	const server = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: limits.maxFrameBytes,
		WebSocket: SyncSocket,
	});
	/** For those who are sent away at once: of them nothing large is kept, and whatever they send ends only them. */
	const doorstep = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: Math.min(limits.maxFrameBytes, MAX_DOORSTEP_BYTES),
	});
	const connections = new Set<Connection>();
	/** Grows with every sign-out and change of roles, so that nobody slips in on an answer from before. */
	let revocations = 0;
	let isClosing = false;

	/** @returns Who comes into which room, or the code to close with. */
	async function admit(request: IncomingMessage, documentId: string): Promise<Admitted | CloseCode> {
		const before = revocations;
		const member = await authenticate(request);
		if (member === undefined) return CLOSE.signIn;
		const document = await rooms.find(documentId);
		if (document === undefined || document.partnerId !== member.partnerId) {
			log.warn({ userId: member.userId }, "Refused a document that is not theirs");
			return CLOSE.gone;
		}
		const room = await rooms.open(document);
		return before === revocations ? { member, room } : admit(request, documentId);
	}

	function enter(ws: SyncSocket, socket: Duplex, target: Target, { member, room }: Admitted): void {
		const { speaksStaffel } = target;
		const connection = openConnection({ ws, socket, speaksStaffel, member, room, now, log, limits });
		connections.add(connection);
		ws.on("close", () => connections.delete(connection));
	}

	async function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
		socket.on("error", () => socket.destroy()); // the client may be gone before anybody listens
		const target = readTarget(request.url);
		if (!allowedOrigin(request.headers.origin)) {
			log.warn({}, "Refused an upgrade from another origin");
			return refuseUpgrade(socket, 403);
		}
		if (target === undefined) return refuseUpgrade(socket, 404);
		if (isClosing) return refuseUpgrade(socket, 503);
		const admitted = await admit(request, target.documentId).catch((error: unknown) => {
			log.error({ err: error }, "A document could not be opened");
			return CLOSE.tryLater;
		});
		const refusal = refusalOf(admitted);
		if (typeof admitted === "object" && refusal === undefined)
			server.handleUpgrade(request, socket, head, (ws) => enter(ws, socket, target, admitted));
		else
			doorstep.handleUpgrade(request, socket, head, (ws) => {
				ws.on("error", () => ws.terminate());
				ws.close(refusal);
			});
	}

	/** @returns The code to close with, or `undefined` for who may come in. */
	function refusalOf(admitted: Admitted | CloseCode): CloseCode | undefined {
		if (typeof admitted === "number") return admitted;
		if (isClosing) return CLOSE.restart;
		const { userId } = admitted.member;
		const own = connections.values().filter((connection) => connection.userId === userId);
		if (own.toArray().length < limits.socketsPerMember) return undefined;
		log.warn({ userId }, "Refused one socket too many");
		return CLOSE.tryLater;
	}

	return {
		/** For `server.on("upgrade", …)`. Never rejects. */
		handleUpgrade,
		/** Closes every socket of somebody who signs out or is removed. */
		closeMember(userId: string, code: CloseCode): void {
			revocations += 1;
			for (const connection of connections) if (connection.userId === userId) connection.close(code);
		},
		/** What somebody may do from now on; what they have sent before counts as it was. */
		setRoles(userId: string, roles: readonly Role[]): void {
			revocations += 1;
			for (const connection of connections) if (connection.userId === userId) connection.setRoles(roles);
		},
		/** Closes everything and lets nobody in any more. */
		closeAll(code: CloseCode): void {
			isClosing = true;
			for (const connection of connections) connection.close(code);
		},
		/** A sign of life for every client, and an end for those that gave none since the last. To be called every 15 s. */
		beat(): void {
			for (const connection of connections) connection.beat();
		},
		count: (): number => connections.size,
	};
}

export type Sockets = ReturnType<typeof createSockets>;
