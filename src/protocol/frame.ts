import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";

/** The message types of a socket; the first four are y-websocket's own, the last is ours. See PROTOCOL.md. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, staffel: 100 } as const;

/** A client that adds `?staffel=1` to the address of its socket is sent messages of type `staffel`. */
export const STAFFEL_PARAM = "staffel";

/** Raised when a client must be newer to take part. */
export const PROTOCOL_VERSION = 1;

/** The largest frame that the server takes, in bytes. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

/** Said once, before anything else. */
export const Hello = v.object({
	/** Raised when a document is restored or re-baselined: a client of an older epoch may not merge by raw sync. */
	epoch: v.number(),
	protocolVersion: v.number(),
	/** The server's clock, milliseconds since 1970. */
	serverTimeMs: v.number(),
	maxFrameBytes: v.number(),
});
export type Hello = v.InferOutput<typeof Hello>;

/** Said before the server closes because of something the client sent. */
export const Nack = v.object({
	code: v.picklist(["malformed", "too-large", "read-only", "incomplete", "unknown-root", "rate", "unknown"]),
});
export type Nack = v.InferOutput<typeof Nack>;

/** What is durable of this connection's writes: Yjs client id to the clock after its last stored struct. */
export type Ack = ReadonlyMap<number, number>;

export type StaffelMessage =
	| { kind: "hello"; hello: Hello }
	| { kind: "ack"; ack: Ack }
	| { kind: "nack"; nack: Nack };

const KIND = { hello: 0, ack: 1, nack: 2 } as const;

/** One whole frame. */
export function encodeStaffel(message: StaffelMessage): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.staffel);
	encoding.writeVarUint(encoder, KIND[message.kind]);
	if (message.kind === "hello") encoding.writeVarString(encoder, JSON.stringify(message.hello));
	if (message.kind === "nack") encoding.writeVarString(encoder, JSON.stringify(message.nack));
	if (message.kind === "ack") {
		encoding.writeVarUint(encoder, message.ack.size);
		for (const [client, clock] of message.ack) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
		}
	}
	return encoding.toUint8Array(encoder);
}

/**
 * Reads what follows the message type.
 *
 * @returns `undefined` for a kind that only a newer server knows.
 * @throws If the bytes break off or do not parse.
 */
export function decodeStaffel(decoder: decoding.Decoder): StaffelMessage | undefined {
	const kind = decoding.readVarUint(decoder);
	if (kind === KIND.hello) return { kind: "hello", hello: v.parse(Hello, readJson(decoder)) };
	if (kind === KIND.nack) {
		const nack = v.safeParse(Nack, readJson(decoder));
		return { kind: "nack", nack: nack.success ? nack.output : { code: "unknown" } };
	}
	if (kind !== KIND.ack) return undefined;
	const ack = new Map<number, number>();
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		ack.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
	}
	return { kind: "ack", ack };
}

function readJson(decoder: decoding.Decoder): unknown {
	return JSON.parse(decoding.readVarString(decoder));
}
