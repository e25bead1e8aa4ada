import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { addDays, type Day, dayOf, type Instant, instantOf, startOfDayMs } from "#domain/day.ts";

const TICK_MS = 30_000;

export type Clock = { nowMs: Accessor<number>; today: Accessor<Day>; instant(): Instant };

/**
 * Tells the time by the server's clock, as far as it is known: every half minute, and at 00:00 UTC.
 *
 * @param now Milliseconds since 1970 by this device's clock.
 * @param offsetMs How far the server's clock is ahead of it.
 */
export function createClock(now: () => number, offsetMs: Accessor<number>): Clock {
	const [deviceMs, setDeviceMs] = createSignal(now());
	const nowMs = createMemo(() => deviceMs() + offsetMs());
	const today = createMemo(() => dayOf(nowMs()));
	let timer: ReturnType<typeof setTimeout> | undefined;

	createEffect(on(offsetMs, wait));
	document.addEventListener("visibilitychange", tick); // a page that slept has missed its timers
	onCleanup(() => {
		clearTimeout(timer);
		document.removeEventListener("visibilitychange", tick);
	});

	function tick(): void {
		setDeviceMs(now());
		wait();
	}

	function wait(): void {
		clearTimeout(timer);
		const current = now() + untrack(offsetMs);
		const toMidnightMs = startOfDayMs(addDays(dayOf(current), 1)) - current;
		timer = setTimeout(tick, Math.min(TICK_MS, toMidnightMs));
	}

	return { nowMs, today, instant: () => instantOf(now() + untrack(offsetMs)) };
}
