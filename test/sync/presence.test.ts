import { afterEach, describe, expect, test, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { announcePresence, type Presence } from "#sync/presence.ts";

let presence: Presence | undefined;
afterEach(() => {
	presence?.close();
	vi.useRealTimers();
});

function announced(): Awareness {
	const awareness = new Awareness(new Y.Doc());
	presence = announcePresence(awareness, { id: "u1", name: "Anna Sievers" });
	return awareness;
}

describe("presence", () => {
	test("says who is here and where", () => {
		const awareness = announced();
		presence?.setPlace({ customerId: "c1" });
		expect(awareness.getLocalState()).toEqual({
			user: { id: "u1", name: "Anna Sievers" },
			place: { customerId: "c1" },
			away: false,
		});
	});

	test("says nothing twice", () => {
		const awareness = announced();
		let updates = 0;
		awareness.on("update", () => updates++);
		presence?.setPlace({ customerId: "c1" });
		presence?.setPlace({ customerId: "c1" });
		expect(updates).toBe(1);
	});

	test("is away after two minutes without input, and back with the next key", () => {
		vi.useFakeTimers();
		const awareness = announced();
		vi.advanceTimersByTime(119_000);
		expect(awareness.getLocalState()?.away).toBe(false);
		vi.advanceTimersByTime(1_000);
		expect(awareness.getLocalState()?.away).toBe(true);
		dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
		expect(awareness.getLocalState()?.away).toBe(false);
	});

	test("ends", () => {
		const awareness = announced();
		presence?.close();
		expect(awareness.getLocalState()).toBeNull();
	});
});
