import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import { decodeStaffel, encodeStaffel, MESSAGE, type StaffelMessage } from "#protocol/frame.ts";

function roundTrip(message: StaffelMessage): StaffelMessage | undefined {
	const decoder = decoding.createDecoder(encodeStaffel(message));
	expect(decoding.readVarUint(decoder)).toBe(MESSAGE.staffel);
	return decodeStaffel(decoder);
}

describe("a message of our own type", () => {
	test.each<StaffelMessage>([
		{
			kind: "hello",
			hello: { epoch: 2, protocolVersion: 1, serverTimeMs: 1_795_338_896_000, maxFrameBytes: 1_000 },
		},
		{
			kind: "ack",
			ack: new Map([
				[4_294_967_295, 12],
				[7, 0],
			]),
		},
		{ kind: "ack", ack: new Map() },
		{ kind: "nack", nack: { code: "read-only" } },
	])("comes through as it was sent: $kind", (message) => {
		expect(roundTrip(message)).toEqual(message);
	});

	test("of a kind that only a newer server knows is skipped", () => {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 99);
		expect(decodeStaffel(decoding.createDecoder(encoding.toUint8Array(encoder)))).toBeUndefined();
	});

	test("refuses with a code of a newer server as unknown", () => {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 2);
		encoding.writeVarString(encoder, JSON.stringify({ code: "tired" }));
		expect(decodeStaffel(decoding.createDecoder(encoding.toUint8Array(encoder)))).toEqual({
			kind: "nack",
			nack: { code: "unknown" },
		});
	});

	test("that breaks off throws instead of reading on", () => {
		const whole = encodeStaffel({ kind: "ack", ack: new Map([[5, 300]]) });
		const decoder = decoding.createDecoder(whole.subarray(1, whole.length - 1));
		expect(() => decodeStaffel(decoder)).toThrow();
	});
});
