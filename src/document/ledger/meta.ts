import * as v from "valibot";
import type * as Y from "yjs";
import { Partner } from "#domain/partner.ts";

/** `ledger.getMap("meta")`: `partner` (a plain `Partner`) and `publicKey` (raw Ed25519 key, base64) of the server. */
function metaRecords(ledger: Y.Doc): Y.Map<unknown> {
	return ledger.getMap("meta");
}

export type LedgerMeta = { partner: Partner | undefined; publicKey: string | undefined };

export function readLedgerMeta(ledger: Y.Doc): LedgerMeta {
	const partner = v.safeParse(Partner, metaRecords(ledger).get("partner"));
	const publicKey = v.safeParse(v.string(), metaRecords(ledger).get("publicKey"));
	return {
		partner: partner.success ? partner.output : undefined,
		publicKey: publicKey.success ? publicKey.output : undefined,
	};
}

/** Called inside the registrar's transaction. */
export function writeLedgerMeta(ledger: Y.Doc, meta: { partner: Partner; publicKey: string }): void {
	const records = metaRecords(ledger);
	if (JSON.stringify(records.get("partner")) !== JSON.stringify(meta.partner))
		records.set("partner", meta.partner);
	if (records.get("publicKey") !== meta.publicKey) records.set("publicKey", meta.publicKey);
}

/** Tells when the partner's profile or the key may have changed. */
export function observeLedgerMeta(ledger: Y.Doc, onChange: () => void): () => void {
	const records = metaRecords(ledger);
	records.observe(onChange);
	return () => records.unobserve(onChange);
}
