import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket as NodeSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { putCustomer, removeCustomer } from "#document/plan/customers.ts";
import { draftSchedule, editDraft } from "#document/plan/schedules.ts";
import type { CustomerId } from "#domain/customer.ts";
import { reapplyUnsent } from "#session/reapply-unsent.ts";
import { type LinkState, openServerLink, type ServerLink, type SessionCheck } from "#sync/server-link.ts";
import { makeCustomer, makeSchedule } from "../support/nouns.ts";
import { startTestServer, type TestServer, type TestTeam } from "../support/start-test-server.ts";

const AHEAD_MS = 3_600_000;

let server: TestServer;
let team: TestTeam;

beforeAll(async () => {
	server = await startTestServer({ now: () => Date.now() + AHEAD_MS });
	const anna = { name: "Anna Sievers", email: "anna@rheinblick.example", roles: ["admin-agent"] as const };
	team = await server.createTeam({
		name: "Rheinblick",
		type: "direct-bill",
		country: "DE",
		members: [anna],
	});
});
afterAll(() => server.stop());

const links: ServerLink[] = [];
afterEach(() => {
	for (const link of links.splice(0)) link.close();
});

type ClientOptions = {
	plan?: Y.Doc;
	epoch?: number;
	planId?: string;
	durable?: Map<number, number>;
	check?: SessionCheck;
};

type Client = ReturnType<typeof openClient>;

/** One device of a member, as far as it talks to the server. */
function openClient(options: ClientOptions = {}) {
	const plan = options.plan ?? new Y.Doc();
	const ledger = new Y.Doc();
	const durable = options.durable ?? new Map<number, number>();
	const states: LinkState[] = [];
	const offsets: number[] = [];
	const settings = { cookie: team.members[0]?.cookie ?? "", check: options.check ?? "ok" };

	class CookieSocket extends NodeSocket {
		constructor(url: string | URL) {
			super(url, { headers: { cookie: settings.cookie, origin: server.url } });
		}
	}

	const link = openServerLink({
		serverUrl: server.url.replace(/^http/, "ws"),
		epoch: options.epoch ?? 1,
		plan: { id: options.planId ?? team.planId, doc: plan },
		ledger: { id: team.ledgerId, doc: ledger },
		awareness: new Awareness(plan),
		check: async () => settings.check,
		durable,
		onState: (state) => void states.push(state),
		onDurable: () => undefined,
		onClockOffset: (offsetMs) => void offsets.push(offsetMs),
		onConnected: () => undefined,
		socket: CookieSocket as unknown as typeof WebSocket, // the same interface, and it sends cookies
	});
	links.push(link);
	return { plan, ledger, durable, states, offsets, settings, link, state: () => states.at(-1) };
}

const synced = { state: "synced" };
const customer = (n: number) => makeCustomer({ id: `customer-${crypto.randomUUID()}-${n}` as CustomerId });

async function untilSynced(client: Client): Promise<void> {
	await expect.poll(client.state, { timeout: 10_000 }).toMatchObject(synced);
}

/** The server answers again, and somebody says "try now". */
async function goOn(client: Client): Promise<void> {
	client.settings.check = "ok";
	client.link.tryNow();
	await untilSynced(client);
}

describe("the link of a device to the server", () => {
	test("is synced when the server has everything, and tells how its clock differs", async () => {
		const client = openClient();
		putCustomer(client.plan, customer(1));
		await untilSynced(client);
		expect(Math.abs((client.offsets[0] ?? 0) - AHEAD_MS)).toBeLessThan(60_000);
	});

	test("counts what the server does not have, one for each record, until it has stored it", async () => {
		const client = openClient({ check: "unreachable" });
		for (let n = 0; n < 3; n++) putCustomer(client.plan, customer(n));
		await expect.poll(client.state).toMatchObject({ state: "unreachable", unsent: 3 });
		await goOn(client);
		const durable = Y.decodeStateVector(Y.encodeStateVector(client.plan));
		for (const [id, clock] of durable) expect(client.durable.get(id)).toBe(clock);
	});

	test("counts what was typed without a connection, also after a start from the device", async () => {
		const before = openClient();
		const schedule = makeSchedule(`schedule-${crypto.randomUUID()}`);
		draftSchedule(before.plan, schedule);
		await untilSynced(before);
		before.link.close();
		editDraft(before.plan, schedule.id, { quantity: 7 });
		putCustomer(before.plan, customer(1));
		const client = openClient(before);
		expect(client.states[0]).toEqual({ state: "syncing", unsent: 2 });
		await untilSynced(client);
	});

	test("counts deletions until they are answered", async () => {
		const before = openClient();
		const gone = customer(1);
		putCustomer(before.plan, gone);
		await untilSynced(before);
		before.link.close();
		const client = openClient({ ...before, check: "unreachable" });
		removeCustomer(client.plan, gone.id);
		await expect.poll(client.state).toMatchObject({ state: "unreachable", unsent: 1 });
		await goOn(client);
		const other = openClient();
		await untilSynced(other);
		expect(other.plan.getMap("customers").has(gone.id)).toBe(false);
	});

	test("brings what a colleague does, and that counts as stored", async () => {
		const [one, two] = [openClient(), openClient()];
		await Promise.all([untilSynced(one), untilSynced(two)]);
		const theirs = customer(1);
		putCustomer(one.plan, theirs);
		await expect.poll(() => two.plan.getMap("customers").get(theirs.id)).toEqual(theirs);
		await untilSynced(two);
		expect(two.states).not.toContainEqual({ state: "syncing", unsent: 1 });
	});

	test("brings the ledger and never sends anything for it", async () => {
		const client = openClient();
		await untilSynced(client);
		expect(client.ledger.getMap("meta").get("partner")).toMatchObject({ name: "Rheinblick" });
		client.ledger.getMap("meta").set("partner", "forged");
		putCustomer(client.plan, customer(1));
		await untilSynced(client);
		const other = openClient();
		await untilSynced(other);
		expect(other.ledger.getMap("meta").get("partner")).toMatchObject({ name: "Rheinblick" });
	});
});

describe("a link that the server does not let through", () => {
	test("asks for a sign-in (4401), keeps what is typed, and goes on after it", async () => {
		const client = openClient();
		await untilSynced(client);
		const { cookie } = client.settings;
		client.settings.cookie = "";
		const stranger = openClient();
		stranger.settings.cookie = "";
		putCustomer(stranger.plan, customer(1));
		await expect.poll(stranger.state).toEqual({ state: "sign-in", unsent: 1 });
		stranger.settings.cookie = cookie;
		stranger.link.tryNow();
		await untilSynced(stranger);
	});

	test("does not open a socket for somebody who is signed out", async () => {
		const client = openClient({ check: "signed-out" });
		await expect.poll(client.state).toMatchObject({ state: "sign-in" });
		expect(client.offsets).toEqual([]);
	});

	test("is refused under somebody else's name, until they are signed in again", async () => {
		const client = openClient({ check: { refused: "other-user" } });
		await expect.poll(client.state).toEqual({ state: "refused", code: "other-user" });
		await goOn(client);
	});

	test("is refused for a document of another team", async () => {
		const client = openClient({ planId: "another-team" });
		await expect.poll(client.state).toEqual({ state: "refused", code: "gone" });
	});

	test("is refused with a plan of another epoch, and nothing is merged", async () => {
		const writer = openClient();
		putCustomer(writer.plan, customer(1));
		await untilSynced(writer);
		const client = openClient({ epoch: 2 });
		await expect.poll(client.state).toEqual({ state: "refused", code: "epoch-changed" });
		expect(client.plan.getMap("customers").size).toBe(0);
	});

	test("is refused for what no plan has, by its name, and sends no more", async () => {
		const client = openClient();
		await untilSynced(client);
		client.plan.getMap("secrets").set("a", 1);
		await expect.poll(client.state).toEqual({ state: "refused", code: "unknown-root" });
		client.link.tryNow();
		expect(client.state()).toEqual({ state: "refused", code: "unknown-root" });
	});
});

test("what was refused stays behind, and the rest is done again on a fresh copy", async () => {
	const refused = openClient();
	await untilSynced(refused);
	refused.plan.getMap("secrets").set("a", 1);
	const typed = customer(1);
	putCustomer(refused.plan, typed);
	await expect.poll(refused.state).toEqual({ state: "refused", code: "unknown-root" });
	const fresh = openClient();
	await untilSynced(fresh);
	reapplyUnsent(refused.plan, refused.durable, fresh.plan);
	await untilSynced(fresh);
	const other = openClient();
	await untilSynced(other);
	expect(other.plan.getMap("customers").get(typed.id)).toEqual(typed);
});

describe("a server that goes away", () => {
	test("is tried again, and what was typed meanwhile arrives", async () => {
		const client = openClient();
		await untilSynced(client);
		await server.restart();
		await expect.poll(() => client.states.map((one) => one.state)).toContain("unreachable");
		const typed = customer(1);
		putCustomer(client.plan, typed);
		await untilSynced(client);
		const other = openClient();
		await untilSynced(other);
		expect(other.plan.getMap("customers").get(typed.id)).toEqual(typed);
	});

	test("is said with the time of the next try, before it ever answered", async () => {
		const client = openClient({ check: "unreachable" });
		await expect.poll(client.state).toMatchObject({ state: "unreachable", unsent: 0 });
		client.settings.check = "ok";
		await untilSynced(client); // by itself
	});
});
