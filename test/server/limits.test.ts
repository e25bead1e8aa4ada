import { expect, test } from "vitest";
import { createAllowance, DEFAULT_LIMITS } from "../../sync-server/limits.ts";

const LIMITS = { ...DEFAULT_LIMITS, framesPerSecond: 10, bytesPerSecond: 1000, burstSeconds: 2 };

function allowance() {
	const clock = { ms: 0 };
	return { clock, take: createAllowance(LIMITS, () => clock.ms).take };
}

test("a burst may use what two seconds give, and not one frame more", () => {
	const { take } = allowance();
	for (let i = 0; i < 20; i++) expect(take(1)).toBe(true);
	expect(take(1)).toBe(false);
});

test("bytes are counted too", () => {
	const { take } = allowance();
	expect([take(2000), take(1)]).toEqual([true, false]);
});

test("time gives it back, up to the burst", () => {
	const { clock, take } = allowance();
	for (let i = 0; i < 20; i++) take(1);
	clock.ms = 100;
	expect([take(1), take(1)]).toEqual([true, false]);
	clock.ms = 1_000_000;
	expect(Array.from({ length: 21 }, () => take(1)).lastIndexOf(true)).toBe(19);
});

test("a clock that is set back takes nothing away", () => {
	const { clock, take } = allowance();
	clock.ms = -60_000;
	expect(take(1)).toBe(true);
});
