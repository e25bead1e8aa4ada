import { describe, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Peer } from "../../sync-server/peer.ts";
import { createPresence, NO_PRESENCE } from "../../sync-server/presence.ts";
import { presenceBytes } from "../support/frames.ts";
import { makeMember } from "../support/memory-client.ts";

function peerOf(userId: string): Peer {
	const member = makeMember("a", { userId });
	return { member, speaksStaffel: false, affords: () => true, send: () => {}, close: () => {} };
}

function stateOf(userId: string, client = 1, clock = 1) {
	return presenceBytes({ client, clock, state: { user: { id: userId, name: "Anna" } } });
}

/** What a client would see, by y-protocols' own decoder. */
function seenIn(...told: readonly (Uint8Array | undefined)[]): Record<string, unknown> {
	const awareness = new Awareness(new Y.Doc());
	awareness.setLocalState(null);
	for (const one of told) if (one !== undefined) applyAwarenessUpdate(awareness, one, "test");
	const seen = Object.fromEntries(awareness.getStates());
	awareness.destroy();
	return seen;
}

describe("presence", () => {
	test("passes on what a client of y-protocols says, and shows it to those who come later", () => {
		const presence = createPresence();
		const anna = new Awareness(new Y.Doc());
		anna.setLocalState({ user: { id: "anna" }, place: "customer-1" });
		const told = presence.receive(peerOf("anna"), encodeAwarenessUpdate(anna, [anna.clientID]));
		const expected = { [anna.clientID]: { user: { id: "anna" }, place: "customer-1" } };
		expect(seenIn(told)).toEqual(expected);
		expect(seenIn(presence.everybody())).toEqual(expected);
		anna.destroy();
	});

	test("takes the newest state only", () => {
		const presence = createPresence();
		const anna = peerOf("anna");
		presence.receive(anna, stateOf("anna", 1, 5));
		expect(presence.receive(anna, stateOf("anna", 1, 5))).toBe(NO_PRESENCE);
		expect(presence.receive(anna, stateOf("anna", 1, 4))).toBe(NO_PRESENCE);
		expect(presence.receive(anna, stateOf("anna", 1, 6))).not.toBe(NO_PRESENCE);
	});

	test("tells that somebody has left, once", () => {
		const presence = createPresence();
		const anna = peerOf("anna");
		const came = presence.receive(anna, stateOf("anna"));
		expect(seenIn(came, presence.leave(anna))).toEqual({});
		expect(presence.leave(anna)).toBe(NO_PRESENCE);
		expect(presence.everybody()).toBe(NO_PRESENCE);
	});

	test("does not bring back who has left when a stock client echoes the last state", () => {
		const presence = createPresence();
		const anna = peerOf("anna");
		presence.receive(anna, stateOf("anna", 1, 5));
		presence.leave(anna);
		expect(presence.receive(peerOf("anna"), stateOf("anna", 1, 5))).toBe(NO_PRESENCE);
		expect(presence.receive(peerOf("ben"), stateOf("anna", 1, 5))).toBe(NO_PRESENCE);
	});

	test("refuses a state that names another user", () => {
		const presence = createPresence();
		expect(presence.receive(peerOf("ben"), stateOf("anna"))).toBe(NO_PRESENCE);
	});

	test("refuses a client id that somebody else holds, to change it and to remove it", () => {
		const presence = createPresence();
		presence.receive(peerOf("anna"), stateOf("anna", 1, 1));
		const ben = peerOf("ben");
		expect(presence.receive(ben, stateOf("ben", 1, 9))).toBe(NO_PRESENCE);
		expect(presence.receive(ben, presenceBytes({ client: 1, clock: 9, state: null }))).toBe(NO_PRESENCE);
		expect(seenIn(presence.everybody())).toEqual({ 1: { user: { id: "anna", name: "Anna" } } });
	});

	test("hands a client id over to another connection of the same person, as after a reconnect", () => {
		const presence = createPresence();
		const [before, after] = [peerOf("anna"), peerOf("anna")];
		presence.receive(before, stateOf("anna", 1, 1));
		presence.receive(after, stateOf("anna", 1, 2));
		expect(presence.leave(before)).toBe(NO_PRESENCE);
		expect(presence.leave(after)).not.toBe(NO_PRESENCE);
	});

	test("takes a stock client's state without a user", () => {
		const presence = createPresence();
		const told = presence.receive(peerOf("anna"), presenceBytes({ client: 1, clock: 1, state: {} }));
		expect(seenIn(told)).toEqual({ 1: {} });
	});

	test.each([
		["a state that is too long", presenceBytes({ client: 1, clock: 1, state: { text: "x".repeat(5000) } })],
		["bytes that break off", stateOf("anna").slice(0, -3)],
		["bytes after the end", Uint8Array.of(...stateOf("anna"), 1)],
		["a state that is no JSON", Uint8Array.of(1, 1, 1, 1, 123)],
		["nothing", new Uint8Array()],
	])("finds %s malformed", (_, bytes) => {
		expect(createPresence().receive(peerOf("anna"), bytes)).toBe(undefined);
	});

	test("does not remember without end who has left", () => {
		const presence = createPresence();
		const anna = peerOf("anna");
		for (let client = 1; client <= 3000; client++) {
			presence.receive(anna, presenceBytes({ client, clock: 1, state: {} }));
			presence.receive(anna, presenceBytes({ client, clock: 2, state: null }));
		}
		const echoOf = (client: number) => presence.receive(anna, presenceBytes({ client, clock: 1, state: {} }));
		expect([echoOf(3000), echoOf(2001), echoOf(1)].map((told) => told === NO_PRESENCE)).toEqual([
			true,
			true,
			false,
		]);
	});

	test("does not let one connection be a crowd", () => {
		const presence = createPresence();
		const anna = peerOf("anna");
		const crowd = Array.from({ length: 100 }, (_, i) => ({ client: i + 1, clock: 1, state: {} }));
		presence.receive(anna, presenceBytes(...crowd));
		expect(Object.keys(seenIn(presence.everybody()))).toHaveLength(16);
	});
});
