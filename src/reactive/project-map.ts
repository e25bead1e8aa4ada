import { type Accessor, batch, createSignal, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import * as Y from "yjs";

type Entities<T> = { [id: string]: T | undefined };
type Node = Y.Map<unknown>;

export type ProjectedMap<T> = {
	/** A store: property reads are tracked singly. */
	readonly entities: Readonly<Entities<T>>;
	/** How many entities `read` could not read. */
	readonly unreadable: Accessor<number>;
};

/**
 * Keeps a read-only Solid store equal to a Y.Map of entities.
 *
 * One Yjs transaction costs one `read` for each entity it touched, and one Solid update in all.
 * An edited field runs nothing that shows only another one.
 *
 * @param source Entity id to entity node. It may not be replaced while the owner lives.
 * @param read Entity node to value, or `undefined` if it cannot be read.
 */
export function projectMap<T extends object>(
	source: Y.Map<Node>,
	read: (node: Node, id: string) => T | undefined,
): ProjectedMap<T> {
	const unreadableIds = new Set<string>();
	const initial: Entities<T> = {};
	for (const id of source.keys()) {
		const value = readEntity(id);
		if (value !== undefined) initial[id] = value;
	}
	const [entities, setEntities] = createStore(initial);
	const [unreadable, setUnreadable] = createSignal(unreadableIds.size);

	source.observeDeep(update);
	onCleanup(() => source.unobserveDeep(update));

	function update(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
		batch(() => {
			for (const id of touchedIds(events)) {
				const value = readEntity(id);
				setEntities(id, value === undefined ? undefined : reconcile(value));
			}
			setUnreadable(unreadableIds.size);
		});
	}

	/** A peer of another version, or a broken one, may have put anything there, also something that is no map. */
	function readEntity(id: string): T | undefined {
		const node: unknown = source.get(id);
		const value = node instanceof Y.Map ? read(node, id) : undefined;
		if (node !== undefined && value === undefined) unreadableIds.add(id);
		else unreadableIds.delete(id);
		return value;
	}

	return { entities, unreadable };
}

/** An event on the map itself names its keys; one below it starts its path with the entity's id. */
function touchedIds(events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
	const ids = new Set<string>();
	for (const event of events) {
		const [id] = event.path;
		if (id !== undefined) ids.add(String(id));
		else for (const key of event.keys.keys()) ids.add(key);
	}
	return ids;
}
