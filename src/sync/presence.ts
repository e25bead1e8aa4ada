import type { Awareness } from "y-protocols/awareness";

/** What each tab says about its person; `place` is for the reader to parse. */
export type PresenceState = { user: { id: string; name: string }; place: object; away: boolean };

/** Without input for so long somebody is away. */
const AWAY_MS = 2 * 60 * 1000;

const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

export type Presence = ReturnType<typeof announcePresence>;

/**
 * Says who works in this tab, where, and whether they are at the keyboard.
 *
 * The server lets nobody speak for somebody else: `user.id` must be the session's.
 */
export function announcePresence(awareness: Awareness, user: PresenceState["user"]) {
	let place: object = {};
	let away = document.visibilityState === "hidden";
	let timer: ReturnType<typeof setTimeout> | undefined;

	say();
	restart();
	for (const input of INPUTS) addEventListener(input, noteInput, { passive: true });
	document.addEventListener("visibilitychange", noteVisibility);

	function say(): void {
		const state: PresenceState = { user, place, away };
		awareness.setLocalState(state);
	}

	function setAway(next: boolean): void {
		if (next === away) return;
		away = next;
		say();
	}

	function restart(): void {
		clearTimeout(timer);
		timer = setTimeout(() => setAway(true), AWAY_MS);
	}

	function noteInput(): void {
		restart();
		setAway(false);
	}

	function noteVisibility(): void {
		setAway(document.visibilityState === "hidden");
	}

	return {
		setPlace(next: object): void {
			if (JSON.stringify(next) === JSON.stringify(place)) return;
			place = next;
			say();
		},
		close(): void {
			clearTimeout(timer);
			for (const input of INPUTS) removeEventListener(input, noteInput);
			document.removeEventListener("visibilitychange", noteVisibility);
			awareness.setLocalState(null);
		},
	};
}
