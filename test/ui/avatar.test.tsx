import { expect, test } from "vitest";
import { hueOf, initials } from "#ui/avatar.tsx";

test.each([
	["Lena Brandt", "LB"],
	["Miriam Öztürk", "MÖ"],
	["  Anna Maria  Sievers ", "AS"],
	["Ada", "AD"],
	["x", "X"],
])("%s is %s", (name, expected) => {
	expect(initials(name)).toBe(expected);
});

test("a person's colour is one of five and the same every time", () => {
	const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`user-${index}`)));
	expect([...hues].sort()).toEqual([1, 2, 3, 4, 5]);
	expect(hueOf("user-7")).toBe(hueOf("user-7"));
});
