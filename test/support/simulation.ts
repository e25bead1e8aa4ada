import type * as Y from "yjs";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { editDraft, scheduleNodes } from "#document/plan/schedules.ts";
import type { Role } from "#domain/partner.ts";
import type { ScheduleId } from "#domain/schedule.ts";
import type { Storage } from "../../sync-server/storage/storage.ts";
import { type MemoryClient, makeMemoryClient, settle } from "./memory-client.ts";
import { makeMortalStorage } from "./mortal-storage.ts";
import { makeAgreement, makeCustomer, makeLine, makeTerms, TENANT } from "./nouns.ts";
import { makeRandom } from "./random.ts";
import { MORNING, openSyncCore, type SyncCore, type TestClock, type TestPartner } from "./sync-core.ts";
import { submit, withdraw } from "./team.ts";

const PARTNERS = ["rheinblick", "nordlicht", "lakeshore"];
const LINES = ["ZUB-1", "ZUB-2", "ZUB-3", "ZUB-4"];
const MINUTE_MS = 60_000;
const ROLES: readonly (readonly Role[])[] = [
	["admin-agent"],
	["admin-agent", "account-admin"],
	["admin-agent", "sales-agent"],
	["sales-agent"],
];

type Seat = { partner: TestPartner; plan: MemoryClient; ledger: MemoryClient };

export type World = Awaited<ReturnType<typeof makeWorld>>;

/**
 * Partners with two members each who schedule the same few subscriptions, over a network and a server that fail
 * as the seed wants: lines break, frames wait, the disk is full, the server dies with a turn half written.
 */
export async function makeWorld(seed: number, stored: Storage) {
	const random = makeRandom(seed);
	const clock: TestClock = { ms: MORNING };
	let mortal = makeMortalStorage(stored);
	let core: SyncCore = await openSyncCore({ storage: mortal.storage, clock });
	const seats: Seat[] = [];
	const submitted: { partnerId: string; id: string; scheduleId: string }[] = [];
	/** Every answer as it was first seen by anybody, by root and revision. */
	const firstSeen = new Map<string, string>();
	const contradictions: string[] = [];

	for (const id of PARTNERS) {
		const partner = await core.addPartner({ id, name: id });
		for (const userId of [`${id}-1`, `${id}-2`]) {
			const member = { userId, roles: random.pick(ROLES) };
			const plan = makeMemoryClient(partner.plan, member);
			const ledger = makeMemoryClient(partner.ledger, member);
			ledger.doc.on("update", () => noteAnswers(partner.id, ledger.doc));
			seats.push({ partner, plan, ledger });
		}
	}
	const clients = () => seats.flatMap(({ plan, ledger }) => [plan, ledger]);

	function noteAnswers(partnerId: string, ledger: Y.Doc): void {
		for (const [id, value] of ledger.getMap("verdicts")) {
			const name = `${partnerId} ${id}`;
			const said = JSON.stringify(value);
			const before = firstSeen.get(name) ?? said;
			firstSeen.set(name, before);
			if (before !== said) contradictions.push(`${name}: ${before} became ${said}`);
		}
	}

	function importInto(plan: Y.Doc): void {
		putCustomer(plan, makeCustomer());
		putAgreement(plan, makeAgreement({ lines: LINES.map((partNumber) => makeLine({ partNumber })) }));
	}

	function act({ partner, plan }: Seat): void {
		const own = submitted.filter(({ partnerId }) => partnerId === partner.id);
		const old = own.length > 0 && random.chance(0.6) ? random.pick(own) : undefined;
		const quantity = 1 + random.below(300);
		if (old !== undefined && !scheduleNodes(plan.doc).has(old.scheduleId)) return; // this member has not heard of it
		if (old !== undefined && random.chance(0.4)) withdraw(plan.doc, old.id, old.scheduleId);
		else if (old !== undefined && random.chance(0.3))
			editDraft(plan.doc, old.scheduleId as ScheduleId, { quantity });
		else {
			const id = `revision-${submitted.length}`;
			const scheduleId = old?.scheduleId ?? `schedule-${id}`;
			const partNumber = old === undefined ? random.pick(LINES) : lineOf(plan.doc, old.scheduleId);
			submit(plan.doc, id, {
				scheduleId,
				line: { partNumber, description: "M365 E3" },
				terms: makeTerms({ quantity }),
			});
			submitted.push({ partnerId: partner.id, id, scheduleId });
		}
	}

	function lineOf(plan: Y.Doc, scheduleId: string): string {
		const revisions = Object.values(scheduleNodes(plan).get(scheduleId)?.toJSON().revisions ?? {});
		const [first] = revisions as { line: { partNumber: string } }[]; // only `act` makes schedules here
		return first?.line.partNumber ?? random.pick(LINES);
	}

	async function connect(client: MemoryClient): Promise<void> {
		if (client.room !== undefined) return;
		await client.connect(core, { speaksStaffel: random.chance(0.5) });
	}

	/** The server goes, in order or in the middle of something, and comes back over what is stored. */
	async function restart(): Promise<void> {
		if (random.chance(0.5)) await core.rooms.settled();
		mortal.die();
		for (const client of clients()) client.disconnect();
		mortal = makeMortalStorage(stored);
		core = await openSyncCore({ storage: mortal.storage, clock });
		await core.registrar.judgeUnjudged();
	}

	/** Now and then the server's clock is set back. */
	function passTime(): void {
		clock.ms += random.below(10) * MINUTE_MS - 2 * MINUTE_MS;
	}

	const events: readonly [weight: number, event: () => unknown][] = [
		[20, () => act(random.pick(seats))],
		[60, () => random.pick(clients()).deliverToServer()],
		[60, () => random.pick(clients()).deliverToClient()],
		[10, () => new Promise(setImmediate)],
		[5, () => core.rooms.settled()],
		[12, () => connect(random.pick(clients()))],
		[4, () => random.pick(clients()).disconnect()],
		[1, () => restart()],
		[1, () => mortal.failOnce()],
		[2, () => importInto(random.pick(seats).plan.doc)],
		[6, () => core.registrar.setRelationship(TENANT, random.pick(PARTNERS), "active").catch(() => {})],
		[1, () => core.registrar.setRelationship(TENANT, random.pick(PARTNERS), "none").catch(() => {})],
		[3, passTime],
		[1, () => core.rooms.tidy().catch(() => {})],
	];
	const wheel = events.flatMap(([weight, event]) => Array<() => unknown>(weight).fill(event));

	return {
		seats,
		submitted,
		contradictions,
		core: () => core,
		async run(steps: number): Promise<void> {
			for (const { plan } of seats) importInto(plan.doc);
			for (let step = 0; step < steps; step++) await random.pick(wheel)();
		},
		/** The network heals and everybody hears everything. */
		async heal(): Promise<void> {
			for (let rounds = 0; rounds < 3; rounds++) {
				for (const client of clients()) await connect(client);
				await settle(core, ...clients());
			}
		},
	};
}
