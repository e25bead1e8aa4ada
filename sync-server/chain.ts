import { hash } from "node:crypto";
import { type Instant, instantOf } from "#domain/day.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Receipt } from "#domain/verdict.ts";
import { NO_HASH, type ReceiptBody, receiptBytes } from "#protocol/receipt.ts";
import type { Signer } from "./signer.ts";
import type { StorageWriter } from "./storage/storage.ts";

export type ChainStep = Pick<Receipt, "partnerId" | "revisionId" | "kind">;

/** Appends a signed entry to a subscription's chain and returns it as a receipt. */
export async function appendToChain(
	tx: StorageWriter,
	signer: Signer,
	subscriptionKey: SubscriptionKey,
	step: ChainStep,
	nowMs: number,
): Promise<Receipt> {
	const previous = (await tx.lastChainEntry(subscriptionKey))?.receipt;
	const body: ReceiptBody = {
		subscriptionKeyHash: hash("sha256", subscriptionKey, "hex"),
		...step,
		index: previous === undefined ? 0 : previous.index + 1,
		at: laterThan(previous?.at, nowMs),
		previousHash: previous?.hash ?? NO_HASH,
	};
	const bytes = receiptBytes(body);
	const receipt = {
		...body,
		hash: hash("sha256", bytes, "hex"),
		signature: signer.sign(bytes),
		keyId: signer.keyId,
	};
	await tx.addChainEntry({ subscriptionKey, receipt });
	return receipt;
}

/** Entries of a chain never share an instant, even when the server's clock is set back: their order stays readable. */
function laterThan(previous: Instant | undefined, nowMs: number): Instant {
	return instantOf(previous === undefined ? nowMs : Math.max(nowMs, Date.parse(previous) + 1));
}
