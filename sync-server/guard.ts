import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { PLAN_ROOTS } from "#document/plan/roots.ts";
import { UpdateDecoder } from "./update-decoder.ts";

/** What a client's update would do to a document; nothing has been applied yet. */
export type Examined =
	/** The bytes are no Yjs update, or one that no plan needs. */
	| { readonly kind: "malformed" }
	/** Everything in it is there already: a joiner's answer is never empty. */
	| { readonly kind: "nothing-new"; readonly clocks: ReadonlyMap<number, number> }
	/** It builds on something that is not there. */
	| { readonly kind: "gap" }
	/** It would put something into the plan that a plan does not have. */
	| { readonly kind: "foreign" }
	| {
			readonly kind: "new";
			readonly clocks: ReadonlyMap<number, number>;
			/** Whether nothing in it is there already. */
			readonly isAllNew: boolean;
	  };

/**
 * Looks at an update before it touches the document.
 *
 * Yjs keeps what it cannot apply yet for ever and lets everything after it wait, so a gap must not come in. The
 * names of roots are on the wire only for an item without a neighbour; every other item follows its neighbour or
 * parent into a type that was let in before.
 *
 * `clocks` of the result: for each Yjs client in the update the clock after its last struct.
 */
export function examine(doc: Y.Doc, update: Uint8Array): Examined {
	const decoded = decode(update);
	const clocks = decoded && clocksAfter(decoded.structs);
	// A client whose structs come in two sections: Yjs would forget the first.
	if (decoded === undefined || clocks?.size !== decoded.sections) return { kind: "malformed" };
	const added = decoded.structs.filter((struct) => isNew(doc, struct));
	const after = (client: number) => Math.max(clockOf(doc, client), clocks.get(client) ?? 0);
	if (hasGap(doc, added, decoded.deletes, after)) return { kind: "gap" };
	if (added.length === 0 && !deletesSomething(doc, decoded.deletes)) return { kind: "nothing-new", clocks };
	if (!added.every(belongsInPlan)) return { kind: "foreign" };
	const isKnown = ({ id }: Struct) => id.clock < clockOf(doc, id.client);
	return { kind: "new", clocks, isAllNew: !decoded.structs.some(isKnown) };
}

/** Tells whether an update left a plan as a plan may be: nothing waits for something else, and no other root is there. */
export function isIntact(plan: Y.Doc): boolean {
	const hasPending = plan.store.pendingStructs !== null || plan.store.pendingDs !== null;
	return !hasPending && [...plan.share.keys()].every(isPlanRoot);
}

type Struct = Y.Item | Y.GC | Y.Skip;

type Range = { readonly client: number; readonly clock: number; readonly end: number };

type Decoded = {
	/** How many clients the update says it is about. */
	readonly sections: number;
	readonly structs: readonly Struct[];
	readonly deletes: readonly Range[];
};

function decode(update: Uint8Array): Decoded | undefined {
	try {
		const sections = decoding.readVarUint(decoding.createDecoder(update));
		const { structs, ds } = Y.decodeUpdateV2(update, UpdateDecoder);
		const deletes = [...ds.clients].flatMap(([client, ranges]) =>
			ranges.map(({ clock, len }) => ({ client, clock, end: clock + len })),
		);
		return { sections, structs, deletes };
	} catch {
		return undefined; // the decoder throws on whatever is no update
	}
}

/** @returns `undefined` if a struct has no length or does not follow the one before: Yjs relies on both. */
function clocksAfter(structs: readonly Struct[]): Map<number, number> | undefined {
	const clocks = new Map<number, number>();
	for (const { id, length } of structs) {
		if (length < 1 || id.clock !== (clocks.get(id.client) ?? id.clock)) return undefined;
		clocks.set(id.client, id.clock + length);
	}
	return clocks;
}

function clockOf(doc: Y.Doc, client: number): number {
	return Y.getState(doc.store, client);
}

function isNew(doc: Y.Doc, { id, length }: Struct): boolean {
	return id.clock + length > clockOf(doc, id.client);
}

function hasGap(
	doc: Y.Doc,
	added: readonly Struct[],
	deletes: readonly Range[],
	after: (client: number) => number,
): boolean {
	const next = new Map<number, number>();
	for (const struct of added) {
		const { client, clock } = struct.id;
		if (struct instanceof Y.Skip || clock > (next.get(client) ?? clockOf(doc, client))) return true;
		next.set(client, clock + struct.length);
		const isMissing = (id: Y.ID) => id.clock >= (id.client === client ? clock : after(id.client));
		if (struct instanceof Y.Item && neighbours(struct).some(isMissing)) return true;
	}
	return deletes.some(({ client, end }) => end > after(client));
}

function neighbours({ origin, rightOrigin, parent }: Y.Item): readonly Y.ID[] {
	return [origin, rightOrigin, parent].filter((one) => one instanceof Y.ID);
}

function deletesSomething(doc: Y.Doc, deletes: readonly Range[]): boolean {
	return deletes.some(({ client, clock, end }) => {
		const structs = doc.store.clients.get(client) ?? [];
		const known = Math.min(end, clockOf(doc, client));
		if (clock >= known) return end > clock;
		for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
			const struct = structs[i];
			if (struct === undefined || struct.id.clock >= known) return false;
			if (!struct.deleted) return true;
		}
		return false;
	});
}

/** Entities are maps under known roots; their fields are plain values. */
function belongsInPlan(struct: Struct): boolean {
	if (!(struct instanceof Y.Item)) return true;
	const { parent, parentSub, content } = struct;
	if (typeof parent === "string" && !isPlanRoot(parent)) return false;
	const hasNeighbour = struct.origin !== null || struct.rightOrigin !== null;
	if (!hasNeighbour && parentSub === null) return false; // would make a list of a map
	if (content instanceof Y.ContentType) return content.type instanceof Y.Map;
	return content instanceof Y.ContentAny || content instanceof Y.ContentDeleted;
}

function isPlanRoot(name: string): boolean {
	return PLAN_ROOTS.some((root) => root === name);
}
