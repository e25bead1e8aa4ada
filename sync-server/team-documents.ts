import type { SessionInfo } from "#protocol/api.ts";
import type { StorageReader } from "./storage/storage.ts";

type TeamDocuments = Pick<SessionInfo["team"] & object, "planId" | "ledgerId" | "epoch">;

/** The ids of a partner's two documents. @throws If there is no such partner. */
export async function teamDocuments(storage: StorageReader, partnerId: string): Promise<TeamDocuments> {
	const partner = await storage.partner(partnerId);
	const plan = partner && (await storage.document(partner.planId));
	if (partner === undefined || plan === undefined) throw new Error(`The partner ${partnerId} has no plan.`);
	return { planId: partner.planId, ledgerId: partner.ledgerId, epoch: plan.epoch };
}
