import * as v from "valibot";
import { type Colleague, Place } from "./presence.ts";

/** What a tab announces, as any peer may have written it. */
const Announced = v.object({
	user: v.object({ id: v.string(), name: v.string() }),
	place: v.fallback(Place, {}),
	away: v.fallback(v.boolean(), false),
});
type Announced = v.InferOutput<typeof Announced>;

/**
 * Who of the team is here, one entry for each person, by name.
 *
 * Of several tabs of one person the one they work in counts; of two, the one with the more exact place.
 *
 * @param states What all tabs of all members announce.
 * @param ownId Whose tab this is: left out.
 */
export function colleaguesOf(states: Iterable<unknown>, ownId: string): readonly Colleague[] {
	const byUser = new Map<string, Announced>();
	for (const state of states) {
		const read = v.safeParse(Announced, state);
		if (!read.success || read.output.user.id === ownId) continue;
		const known = byUser.get(read.output.user.id);
		if (known === undefined || rank(read.output) > rank(known)) byUser.set(read.output.user.id, read.output);
	}
	return [...byUser.values()]
		.map(({ user, place, away }) => ({ userId: user.id, name: user.name, hue: hueOf(user.id), place, away }))
		.sort((a, b) => (a.name === b.name ? (a.userId < b.userId ? -1 : 1) : a.name < b.name ? -1 : 1));
}

function rank({ place, away }: Announced): number {
	return (away ? 0 : 4) + Object.keys(place).length;
}

/** 1 to 5, the same on every device; as `hueOf` in `#ui/avatar.tsx`. */
function hueOf(id: string): number {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
	return (sum % 5) + 1;
}
