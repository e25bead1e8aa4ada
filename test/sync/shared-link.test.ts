import { afterEach, describe, expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { LinkState } from "#sync/server-link.ts";
import { type LinkNews, openSharedLink } from "#sync/shared-link.ts";

type Shared = ReturnType<typeof openSharedLink>;

type Tab = {
	awareness: Awareness;
	shared: Shared;
	states: LinkState[];
	offsets: number[];
	/** Its sockets: there once it has led. */
	link(): undefined | (LinkNews & { tries: number; isOpen: boolean });
	people(): string[];
};

const tabs: Tab[] = [];
afterEach(() => {
	for (const tab of [...tabs]) closeTab(tab);
});

function openTab(name: string, user: string): Tab {
	const awareness = new Awareness(new Y.Doc());
	awareness.setLocalState({ user });
	const states: LinkState[] = [];
	const offsets: number[] = [];
	let link: ReturnType<Tab["link"]>;
	const shared = openSharedLink({
		name,
		awareness,
		onState: (state) => void states.push(state),
		onClockOffset: (offsetMs) => void offsets.push(offsetMs),
		open(news) {
			const opened = { ...news, tries: 0, isOpen: true };
			link = opened;
			return {
				tryNow: () => void opened.tries++,
				close: () => {
					opened.isOpen = false;
				},
			};
		},
	});
	const people = () => [...awareness.getStates().values()].map((state) => String(state.user)).sort();
	const tab = { awareness, shared, states, offsets, link: () => link, people };
	tabs.push(tab);
	return tab;
}

function closeTab(tab: Tab): void {
	tabs.splice(tabs.indexOf(tab), 1);
	tab.shared.close();
	tab.awareness.destroy();
}

const freshName = () => `shared-${crypto.randomUUID()}`;

describe("tabs of one device", () => {
	test("have one leader, and the next takes over when it closes", async () => {
		const name = freshName();
		const three = [openTab(name, "a"), openTab(name, "b"), openTab(name, "c")];
		const leaders = () => three.filter((tab) => tab.link()?.isOpen);
		await expect.poll(() => leaders().length).toBe(1);
		for (const left of [2, 1]) {
			const [leader] = leaders();
			if (leader === undefined) throw new Error("One of them leads.");
			closeTab(leader);
			three.splice(three.indexOf(leader), 1);
			await expect.poll(() => leaders().length).toBe(1);
			expect(three.length).toBe(left);
		}
	});

	test("all know how the leader stands to the server, also those that open later", async () => {
		const name = freshName();
		const leader = openTab(name, "a");
		const follower = openTab(name, "b");
		await expect.poll(() => leader.link()?.isOpen).toBe(true);
		leader.link()?.onClockOffset(250);
		leader.link()?.onState({ state: "syncing", unsent: 3 });
		await expect.poll(() => follower.states.at(-1)).toEqual({ state: "syncing", unsent: 3 });
		const later = openTab(name, "c");
		await expect.poll(() => later.states.at(-1)).toEqual({ state: "syncing", unsent: 3 });
		expect([follower.offsets.at(-1), later.offsets.at(-1)]).toEqual([250, 250]);
	});

	test("ask the leader to try at once", async () => {
		const name = freshName();
		const leader = openTab(name, "a");
		const follower = openTab(name, "b");
		await expect.poll(() => leader.link()?.isOpen).toBe(true);
		follower.shared.tryNow();
		await expect.poll(() => leader.link()?.tries).toBe(1);
	});

	test("say to each other who is here, and who has left", async () => {
		const name = freshName();
		const one = openTab(name, "a");
		const two = openTab(name, "b");
		await expect
			.poll(() => [one.people(), two.people()])
			.toEqual([
				["a", "b"],
				["a", "b"],
			]);
		two.awareness.setLocalState({ user: "b2" });
		await expect.poll(one.people).toEqual(["a", "b2"]);
		closeTab(two);
		await expect.poll(one.people).toEqual(["a"]);
	});

	test("say again who is here when the leader has a new connection", async () => {
		const name = freshName();
		const leader = openTab(name, "a");
		const follower = openTab(name, "b");
		await expect.poll(leader.people).toEqual(["a", "b"]);
		const sent: unknown[] = [];
		leader.awareness.on("update", (changes: { updated: number[] }) => sent.push(...changes.updated));
		leader.link()?.onConnected();
		await expect.poll(() => sent).toContain(follower.awareness.clientID);
	});
});
