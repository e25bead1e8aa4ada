import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { writeLedgerMeta } from "#document/ledger/meta.ts";
import type { Catalogue } from "#domain/catalogue.ts";
import { TenantId } from "#domain/customer.ts";
import type { Partner, Role } from "#domain/partner.ts";
import type { RelationshipStatus } from "#domain/verdict.ts";
import type { Docket } from "./docket.ts";
import type { Judge, LedgerChange, Order } from "./flush.ts";
import type { Log } from "./log.ts";
import { type Arrival, everythingIn } from "./plan-watch.ts";
import { bringCustomers, setRelationship } from "./relationships.ts";
import type { Signer } from "./signer.ts";
import type { Storage, StorageWriter, StoredPartner } from "./storage/storage.ts";
import { openStoredDocument } from "./stored-document.ts";
import { judgeSubmission } from "./submissions.ts";
import { judgeWithdrawal } from "./withdrawals.ts";

/** Who brought something is not stored; what a server once took in without judging it was brought by a member. */
const RECOVERED_ROLES: readonly Role[] = ["admin-agent"];

/**
 * Keeps the order of commits: judges what plans bring, one after the other, and writes what every partner
 * concerned may know of it into that partner's ledger. The first that is durably committed wins (R94).
 */
export function createRegistrar(parts: {
	storage: Storage;
	/** `rooms.run`. */
	run: <T>(order: Order<T>) => Promise<T>;
	signer: Signer;
	/** Milliseconds since 1970. */
	now: () => number;
	/** `undefined` as long as no offer matrix has been imported. */
	catalogue: () => Catalogue | undefined;
	log: Log;
}) {
	const { storage, run, signer, now, catalogue, log } = parts;

	async function withDocket(
		tx: StorageWriter,
		work: (docket: Docket) => Promise<void>,
	): Promise<readonly LedgerChange[]> {
		const changes: LedgerChange[] = [];
		const tell: Docket["tell"] = (partnerId, change) => void changes.push({ partnerId, change });
		await work({ tx, signer, nowMs: now(), catalogue: catalogue(), tell });
		return changes;
	}

	/** Judges in arrival order; inside one arrival, customers come before what is asked about them. */
	const judge: Judge = (tx, arrivals) =>
		withDocket(tx, async (docket) => {
			for (const arrival of arrivals) {
				await bringCustomers(docket, arrival.partnerId, arrival.customers);
				for (const act of arrival.acts) {
					if (act.kind === "revisions") await judgeSubmission(docket, arrival, act);
					else await judgeWithdrawal(docket, arrival, act);
				}
			}
		});

	/** Lets a partner in, with its two documents under random ids. */
	function createPartner(partner: Partner): Promise<StoredPartner> {
		const stored = { ...partner, planId: randomUUID(), ledgerId: randomUUID() };
		return run(async (tx) => {
			const document = { partnerId: partner.id, epoch: 1 };
			await tx.addDocument({ ...document, id: stored.planId, kind: "plan" });
			await tx.addDocument({ ...document, id: stored.ledgerId, kind: "ledger" });
			await tx.addPartner(stored);
			const changes = await withDocket(tx, async ({ tell }) => {
				tell(partner.id, (ledger) => writeLedgerMeta(ledger, { partner, publicKey: signer.publicKeyRaw }));
			});
			return { result: stored, changes };
		});
	}

	/** @returns `false` if the tenant or the partner is unknown. */
	function changeRelationship(
		tenantId: string,
		partnerId: string,
		status: RelationshipStatus,
	): Promise<boolean> {
		return run(async (tx) => {
			const id = v.safeParse(TenantId, tenantId);
			const isKnown = id.success && (await tx.knownTenants([id.output])).size > 0;
			if (!isKnown || (await tx.partner(partnerId)) === undefined) return { result: false, changes: [] };
			const changes = await withDocket(tx, (docket) =>
				setRelationship(docket, { tenantId: id.output, partnerId, status }),
			);
			return { result: true, changes };
		});
	}

	/**
	 * Judges what stands in a plan without an answer, as after restoring a backup. Before the first connection only.
	 *
	 * This server stores an update and the verdicts on it in one transaction, so a crash leaves nothing behind.
	 */
	async function judgeUnjudged(): Promise<void> {
		for (const { id, partnerId } of await storage.documents("plan")) {
			const plan = openStoredDocument("plan", await storage.load(id));
			const arrival: Arrival = {
				partnerId,
				roles: RECOVERED_ROLES,
				isRecovered: true,
				...everythingIn(plan),
			};
			plan.destroy();
			const changes = await run(async (tx) => {
				const changes = await judge(tx, [arrival]);
				return { result: changes.length, changes };
			});
			if (changes > 0) log.warn({ documentId: id, changes }, "Judged what stood in a plan without an answer");
		}
	}

	return { judge, createPartner, setRelationship: changeRelationship, judgeUnjudged };
}

export type Registrar = ReturnType<typeof createRegistrar>;
