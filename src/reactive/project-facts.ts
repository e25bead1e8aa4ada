import { type Accessor, createSignal, onCleanup } from "solid-js";
import type * as Y from "yjs";
import { notOnceAFrame, onceAFrame } from "./once-a-frame.ts";

export type ProjectedFacts<T> = {
	/** Tracked as a whole; another map after each change. */
	readonly all: Accessor<ReadonlyMap<string, T>>;
	/** How many records `read` could not read. */
	readonly unreadable: Accessor<number>;
};

/**
 * Keeps a plain map equal to a Y.Map of plain records, for collections too large for a store.
 *
 * A store over 100,000 records takes 600 to 740 ms to make; this takes what `read` takes. Changes of one frame are
 * taken over together: the records that changed are read, the map is copied (1 ms for 20,000).
 *
 * @param source Record id to plain record. It may not be replaced while the owner lives.
 * @param read Record to value, or `undefined` if it cannot be read.
 */
export function projectFacts<T>(
	source: Y.Map<unknown>,
	read: (value: unknown, id: string) => T | undefined,
): ProjectedFacts<T> {
	const unreadableIds = new Set<string>();
	const initial = new Map<string, T>();
	for (const [id, value] of source) take(initial, id, value);
	const [all, setAll] = createSignal<ReadonlyMap<string, T>>(initial);
	const [unreadable, setUnreadable] = createSignal(unreadableIds.size);

	const changed = new Set<string>();
	source.observe(note);
	onCleanup(() => {
		source.unobserve(note);
		notOnceAFrame(update);
	});

	function note(event: Y.YMapEvent<unknown>): void {
		for (const id of event.keysChanged) changed.add(id);
		onceAFrame(update);
	}

	function update(): void {
		const next = new Map(all());
		for (const id of changed) take(next, id, source.get(id));
		changed.clear();
		setAll(next);
		setUnreadable(unreadableIds.size);
	}

	function take(into: Map<string, T>, id: string, record: unknown): void {
		const value = record === undefined ? undefined : read(record, id);
		if (record !== undefined && value === undefined) unreadableIds.add(id);
		else unreadableIds.delete(id);
		if (value === undefined) into.delete(id);
		else into.set(id, value);
	}

	return { all, unreadable };
}
