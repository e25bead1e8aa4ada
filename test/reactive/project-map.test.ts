import { createEffect, createRoot } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { projectMap } from "#reactive/project-map.ts";

type Task = { id: string; title: string; seats: number };

function readTask(node: Y.Map<unknown>, id: string): Task | undefined {
	const { title, seats } = node.toJSON();
	return typeof title === "string" && typeof seats === "number" ? { id, title, seats } : undefined;
}

function docWithTasks(...ids: string[]): { doc: Y.Doc; tasks: Y.Map<Y.Map<unknown>> } {
	const doc = new Y.Doc();
	const tasks: Y.Map<Y.Map<unknown>> = doc.getMap("tasks");
	doc.transact(() => {
		for (const id of ids) tasks.set(id, task(`Task ${id}`));
	});
	return { doc, tasks };
}

function task(title: string): Y.Map<unknown> {
	return new Y.Map<unknown>([
		["title", title],
		["seats", 1],
	]);
}

const disposers: (() => void)[] = [];
afterEach(() => {
	for (const dispose of disposers.splice(0)) dispose();
});

function inRoot<T>(make: () => T): T {
	return createRoot((dispose) => {
		disposers.push(dispose);
		return make();
	});
}

/** Counts how often what `read` reads has changed, the first run included. */
function countRuns(read: () => unknown): { runs: number } {
	const count = { runs: 0 };
	inRoot(() =>
		createEffect(() => {
			read();
			count.runs++;
		}),
	);
	return count;
}

describe("a projected map", () => {
	test("begins with what the document holds", () => {
		const { tasks } = docWithTasks("a", "b");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		expect(entities).toEqual({
			a: { id: "a", title: "Task a", seats: 1 },
			b: { id: "b", title: "Task b", seats: 1 },
		});
	});

	test("runs one effect for one edited field, and no other", () => {
		const { tasks } = docWithTasks("a", "b");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		const titleA = countRuns(() => entities.a?.title);
		const seatsA = countRuns(() => entities.a?.seats);
		const titleB = countRuns(() => entities.b?.title);
		tasks.get("a")?.set("title", "Another");
		expect([titleA.runs, seatsA.runs, titleB.runs]).toEqual([2, 1, 1]);
		expect(entities.a?.title).toBe("Another");
	});

	test("takes several writes of one transaction over at once", () => {
		const { doc, tasks } = docWithTasks("a", "b");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		const both = countRuns(() => [entities.a?.title, entities.a?.seats, entities.b?.title]);
		doc.transact(() => {
			tasks.get("a")?.set("title", "Another");
			tasks.get("a")?.set("seats", 7);
			tasks.get("b")?.set("title", "Yet another");
		});
		expect(both.runs).toBe(2);
	});

	test("follows entities that come and go, also those of a peer", () => {
		const { doc, tasks } = docWithTasks("a");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		const ids = countRuns(() => Object.keys(entities));
		const peer = new Y.Doc();
		Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
		peer.transact(() => {
			peer.getMap("tasks").set("b", task("From a peer"));
			peer.getMap("tasks").delete("a");
		});
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
		expect(Object.keys(entities)).toEqual(["b"]);
		expect(ids.runs).toBe(2);
	});

	test("keeps an entity's identity while its fields change", () => {
		const { tasks } = docWithTasks("a");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		const before = entities.a;
		tasks.get("a")?.set("seats", 9);
		expect(entities.a).toBe(before);
	});

	test("counts what it cannot read instead of dropping it silently", () => {
		const { tasks } = docWithTasks("a", "b");
		(tasks as Y.Map<unknown>).set("broken", "a peer's plain value");
		const { entities, unreadable } = inRoot(() => projectMap(tasks, readTask));
		expect(unreadable()).toBe(1);
		tasks.get("a")?.set("seats", "many");
		expect([unreadable(), Object.keys(entities)]).toEqual([2, ["b"]]);
		tasks.get("a")?.set("seats", 3);
		tasks.delete("broken");
		expect([unreadable(), entities.a?.seats]).toEqual([0, 3]);
	});

	test("stops listening with its owner", () => {
		const { tasks } = docWithTasks("a");
		const { entities } = inRoot(() => projectMap(tasks, readTask));
		for (const dispose of disposers.splice(0)) dispose();
		tasks.get("a")?.set("seats", 9);
		expect(entities.a?.seats).toBe(1);
	});
});
