import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "#protocol/close-codes.ts";
import { decodeStaffel, MESSAGE } from "#protocol/frame.ts";
import type { Member } from "../../sync-server/member.ts";
import { step1Frame, updateFrame } from "../../sync-server/sync-frame.ts";
import { openBareSocket, wireFrame } from "../support/bare-socket.ts";
import { docWith } from "../support/frames.ts";
import { makeMember } from "../support/memory-client.ts";
import { makeRevision } from "../support/nouns.ts";
import { openRawSocket } from "../support/raw-socket.ts";
import { type SocketServer, startSocketServer } from "../support/socket-server.ts";
import { openSyncCore, type SyncCore, type TestPartner } from "../support/sync-core.ts";
import { importSeason, submit } from "../support/team.ts";

/** For a machine that has much else to do. */
const PATIENCE = { timeout: 10_000 };

let core: SyncCore;
let own: TestPartner;
let other: TestPartner;
let server: SocketServer;
let members: Map<string, Member>;
let beforeAuthenticate: () => Promise<void>;

beforeEach(async () => {
	core = await openSyncCore();
	own = await core.addPartner({ id: "rheinblick" });
	other = await core.addPartner({ id: "nordlicht" });
	members = new Map([["anna", makeMember("rheinblick", { userId: "anna" })]]);
	beforeAuthenticate = async () => {};
	server = await startSocketServer(core, {
		members,
		limits: { maxFrameBytes: 10_000, framesPerSecond: 10, burstSeconds: 1, socketsPerMember: 4 },
		beforeAuthenticate: () => beforeAuthenticate(),
	});
});

afterEach(() => server.stop());

function open(documentId: string, options: { user?: string; origin?: string; query?: string } = {}) {
	const { query = "", ...identity } = options;
	return openRawSocket(`${server.url}/${documentId}${query}`, { user: "anna", ...identity });
}

const EMPTY_STEP_1 = step1Frame(Uint8Array.of(0));

/** Everything that a frame of our own type says. */
function saidIn(frame: Uint8Array | undefined) {
	const decoder = decoding.createDecoder(frame ?? new Uint8Array());
	return decoding.readVarUint(decoder) === MESSAGE.staffel ? decodeStaffel(decoder) : undefined;
}

describe("who comes in", () => {
	test("a member gets its own plan and ledger", async () => {
		for (const id of [own.planId, own.ledgerId]) {
			const { socket, frames, opened } = open(id);
			await opened;
			socket.send(EMPTY_STEP_1);
			await expect.poll(() => frames.length, PATIENCE).toBeGreaterThan(0);
			socket.close();
		}
	});

	test("another origin is refused in HTTP, even with a session", async () => {
		const { refused, frames } = open(own.planId, { origin: "http://evil.example" });
		expect([await refused, frames]).toEqual([403, []]);
	});

	test("nobody comes in without a session, and hears no byte of a document", async () => {
		const { closed, frames } = open(own.planId, { user: "nobody" });
		expect([await closed, frames]).toEqual([CLOSE.signIn, []]);
	});

	test("a foreign document and one that does not exist get the same answer, and no byte", async () => {
		for (const id of [other.planId, other.ledgerId, "00000000-0000-4000-8000-000000000000"]) {
			const { closed, frames } = open(id);
			expect([await closed, frames]).toEqual([CLOSE.gone, []]);
		}
	});

	test("a broken frame of somebody who was not let in hurts nobody else", async () => {
		const { socket, closed } = await openBareSocket(`${server.url}/${own.planId}`);
		socket.write(Uint8Array.of(0xf2, 5, 1, 2, 3, 4, 5));
		await closed;
		await open(own.planId).opened;
	});

	test("the server keeps no large frame of somebody who was not let in", async () => {
		const { socket, closed } = await openBareSocket(`${server.url}/${own.planId}`);
		socket.write(wireFrame(new Uint8Array(1000), 60_000_000));
		await closed;
	});

	test("a member has so many sockets and no more, until one is closed", async () => {
		const first = Array.from({ length: 4 }, () => open(own.planId));
		await Promise.all(first.map(({ opened }) => opened));
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(4);
		expect(await open(own.planId).closed).toBe(CLOSE.tryLater);
		first[0]?.socket.close();
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(3);
		const next = open(own.planId);
		await next.opened;
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(4);
		expect(next.socket.readyState).toBe(next.socket.OPEN);
	});

	test.each(["/", "/elsewhere", "/sync", "/sync/", "/sync/a/b", "/sync/..%2f", "//"])(
		"nothing is at %s",
		async (path) => {
			const { refused } = openRawSocket(server.url.replace("/sync", path), { user: "anna" });
			expect(await refused).toBe(404);
		},
	);

	test("a document that cannot be loaded is to be tried later", async () => {
		await core.storage.transaction((tx) =>
			tx.append([
				{ documentId: own.planId, seq: 2, format: 1, bytes: new Uint8Array(), hash: new Uint8Array() },
			]),
		);
		expect(await open(own.planId).closed).toBe(CLOSE.tryLater);
	});
});

describe("who goes out", () => {
	test("a sign-out closes every socket of that member, and of no other", async () => {
		members.set("ben", makeMember("rheinblick", { userId: "ben" }));
		const anna = [open(own.planId), open(own.ledgerId)];
		const ben = open(own.planId, { user: "ben" });
		await Promise.all([...anna, ben].map(({ opened }) => opened));
		server.sockets.closeMember("anna", CLOSE.signIn);
		expect(await Promise.all(anna.map(({ closed }) => closed))).toEqual([4401, 4401]);
		expect(ben.socket.readyState).toBe(ben.socket.OPEN);
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(1);
	});

	test("who is sent away writes nothing any more, also without answering the close", async () => {
		const { socket } = await openBareSocket(`${server.url}/${own.planId}`, { user: "anna" });
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(1);
		server.sockets.closeMember("anna", CLOSE.signIn);
		const plan = docWith((doc) => doc.getMap("meta").set("after", "the end"));
		socket.end(wireFrame(updateFrame(Y.encodeStateAsUpdate(plan))));
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(0);
		await core.rooms.settled();
		expect((await core.storage.load(own.planId)).updates).toEqual([]);
	});

	test("nobody slips in on an answer from before the sign-out", async () => {
		let isFirst = true;
		beforeAuthenticate = async () => {
			if (!isFirst) return;
			isFirst = false;
			members.delete("anna");
			server.sockets.closeMember("anna", CLOSE.signIn);
		};
		const { closed, frames } = open(own.planId);
		expect([await closed, frames]).toEqual([CLOSE.signIn, []]);
	});

	test("the end of the server closes all with restart and lets nobody in any more", async () => {
		const { closed, opened } = open(own.planId);
		await opened;
		server.sockets.closeAll(CLOSE.restart);
		expect(await closed).toBe(CLOSE.restart);
		expect(await open(own.planId).refused).toBe(503);
	});

	test("a beat is a sign of life; who gives none until the next is gone", async () => {
		const lively = open(own.planId);
		const silent = open(own.planId);
		await Promise.all([lively.opened, silent.opened]);
		silent.socket.pause();
		server.sockets.beat();
		await expect.poll(() => lively.frames.at(-1), PATIENCE).toEqual(Uint8Array.of(MESSAGE.awareness, 1, 0));
		server.sockets.beat();
		await expect.poll(() => server.sockets.count(), PATIENCE).toBe(1);
		silent.socket.terminate();
	});

	test("changed roles count from then on", async () => {
		const { opened, socket } = open(own.planId);
		await opened;
		server.sockets.setRoles("anna", ["sales-agent"]);
		const plan = docWith((doc) => {
			importSeason(doc);
			submit(doc, "revision-1");
		});
		socket.send(updateFrame(Y.encodeStateAsUpdate(plan)));
		const { id } = makeRevision("revision-1");
		await expect
			.poll(() => core.storage.verdict("rheinblick", id), PATIENCE)
			.toMatchObject({ reason: "role-not-allowed" });
		socket.close();
	});
});

describe("limits of the wire", () => {
	test.each([
		["a frame that is too large", new Uint8Array(10_001), "too-large", CLOSE.tooLarge],
		["text", "hello", "malformed", CLOSE.protocol],
	])("%s is refused by name", async (_, data, code, closing) => {
		const { socket, frames, opened, closed } = open(own.planId, { query: "?staffel=1" });
		await opened;
		socket.send(data);
		await expect.poll(() => saidIn(frames.at(-1)), PATIENCE).toEqual({ kind: "nack", nack: { code } });
		expect(await closed).toBe(closing);
	});

	test("too many frames are refused for now", async () => {
		const { socket, frames, opened, closed } = open(own.planId, { query: "?staffel=1" });
		await opened;
		for (let i = 0; i < 11; i++) socket.send(EMPTY_STEP_1);
		expect(await closed).toBe(CLOSE.tryLater);
		expect(frames.map(saidIn)).toContainEqual({ kind: "nack", nack: { code: "rate" } });
	});

	test("what is asked for costs as much as what is sent: questions without end are refused for now", async () => {
		const limits = { bytesPerSecond: 50_000, burstSeconds: 1 };
		const thrifty = await startSocketServer(core, { members, limits });
		const { socket, frames, opened, closed } = openRawSocket(`${thrifty.url}/${own.planId}?staffel=1`, {
			user: "anna",
		});
		await opened;
		const plan = docWith((doc) => doc.getMap("meta").set("text", "x".repeat(9_000)));
		socket.send(updateFrame(Y.encodeStateAsUpdate(plan)));
		const elsewhere = Y.encodeStateVector(docWith((doc) => doc.getMap("meta").set("a", 1), 5));
		for (let i = 0; i < 100; i++) socket.send(step1Frame(elsewhere));
		expect(await closed).toBe(CLOSE.tryLater);
		expect(saidIn(frames.at(-1))).toEqual({ kind: "nack", nack: { code: "rate" } });
		await thrifty.stop();
	});
});
