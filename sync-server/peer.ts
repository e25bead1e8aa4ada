import type { CloseCode } from "#protocol/close-codes.ts";
import { CLOSE } from "#protocol/close-codes.ts";
import { encodeStaffel, type Nack } from "#protocol/frame.ts";
import type { Member } from "./member.ts";

/** One connection of a member to one document, as the room knows it. */
export type Peer = {
	/** Who it is now: roles change while a connection lives. */
	readonly member: Member;
	/** Whether it announced that it reads messages of type `staffel`. */
	readonly speaksStaffel: boolean;
	/** Whether it may still ask for so many bytes. An answer of megabytes to a question of ten would else be free. */
	affords(bytes: number): boolean;
	/** Sends all frames with one write. Does nothing once the connection is closed. */
	send(frames: readonly Uint8Array[]): void;
	close(code: CloseCode): void;
};

/** The refusals that this server says; `unknown` is a newer server's word. */
export type NackCode = Exclude<Nack["code"], "unknown">;

const CLOSE_AFTER: Readonly<Record<NackCode, CloseCode>> = {
	malformed: CLOSE.protocol,
	incomplete: CLOSE.protocol,
	"too-large": CLOSE.tooLarge,
	"read-only": CLOSE.forbidden,
	"unknown-root": CLOSE.forbidden,
	rate: CLOSE.tryLater,
};

/** Says why, to a client that understands it, and closes the connection. */
export function refusePeer(peer: Peer, code: NackCode): void {
	if (peer.speaksStaffel) peer.send([encodeStaffel({ kind: "nack", nack: { code } })]);
	peer.close(CLOSE_AFTER[code]);
}
