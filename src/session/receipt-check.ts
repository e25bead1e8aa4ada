import type { Committed, Receipt } from "#domain/verdict.ts";
import { type ReceiptCheck, verifyReceipt } from "#sync/verify-receipt.ts";
import type { Session } from "./session.tsx";

/** `no-key`: the server has not told this device its key yet. */
export type ReceiptState = ReceiptCheck | "no-key";

const checked = new WeakMap<Receipt, { key: string; check: Promise<ReceiptState> }>();

/** Checks the receipt of a commit on this device; asked again for the same receipt, it answers from memory. */
export function checkReceipt(session: Session, verdict: Committed, receipt: Receipt): Promise<ReceiptState> {
	const key = session.publicKey();
	if (key === undefined) return Promise.resolve("no-key");
	const known = checked.get(receipt);
	if (known?.key === key) return known.check;
	const check = verifyReceipt(receipt, key, verdict);
	checked.set(receipt, { key, check });
	return check;
}
