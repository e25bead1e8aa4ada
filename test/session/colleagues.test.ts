import { describe, expect, test } from "vitest";
import { colleaguesOf } from "#session/colleagues.ts";

const state = (id: string, name: string, rest: object = {}) => ({
	user: { id, name },
	place: {},
	away: false,
	...rest,
});

describe("colleagues", () => {
	test("are one entry for each person, by name, without oneself", () => {
		const states = [state("u1", "Me"), state("u3", "Zoe"), state("u2", "Ada"), state("u2", "Ada")];
		expect(colleaguesOf(states, "u1").map((one) => one.name)).toEqual(["Ada", "Zoe"]);
	});

	test("are where they work, not where another tab of theirs was left", () => {
		const busy = state("u2", "Ada", { place: { customerId: "c1", scheduleId: "s1" } });
		const left = state("u2", "Ada", {
			place: { customerId: "c9", scheduleId: "s9", field: "term" },
			away: true,
		});
		expect(colleaguesOf([left, busy], "u1")[0]?.place).toEqual({ customerId: "c1", scheduleId: "s1" });
		expect(colleaguesOf([busy, left], "u1")[0]?.away).toBe(false);
	});

	test("have a hue from 1 to 5 that stays", () => {
		const hues = Array.from({ length: 50 }, (_, n) => colleaguesOf([state(`user-${n}`, "X")], "me")[0]?.hue);
		expect(new Set(hues)).toEqual(new Set([1, 2, 3, 4, 5]));
		expect(colleaguesOf([state("user-7", "Y")], "me")[0]?.hue).toBe(hues[7]);
	});

	test("are read with care: whatever a peer may announce", () => {
		const odd = [
			null,
			7,
			{},
			{ user: { id: 1, name: "n" } },
			state("u2", "Ada", { place: "nowhere", away: "yes" }),
		];
		expect(colleaguesOf(odd, "u1")).toMatchObject([{ userId: "u2", place: {}, away: false }]);
	});
});
