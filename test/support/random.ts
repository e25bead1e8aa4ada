/** A seeded source of randomness (mulberry32): the same seed gives the same run. */
export function makeRandom(seed: number) {
	let state = seed >>> 0;

	/** From 0 up to, not including, 1. */
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	return {
		next,
		/** A whole number from 0 up to, not including, `below`. */
		below: (below: number) => Math.floor(next() * below),
		/** @throws If `items` is empty. */
		pick<T>(items: readonly T[]): T {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new Error("pick: nothing to pick from.");
			return item;
		},
		chance: (probability: number) => next() < probability,
	};
}
