import type { Catalogue } from "#domain/catalogue.ts";
import type { LedgerChange } from "./flush.ts";
import type { Signer } from "./signer.ts";
import type { StorageWriter } from "./storage/storage.ts";

/** What the registrar works with inside one transaction, and what it has to say to the ledgers. */
export type Docket = {
	readonly tx: StorageWriter;
	readonly signer: Signer;
	readonly nowMs: number;
	readonly catalogue: Catalogue | undefined;
	/** Has something written into a partner's ledger, in the order of the calls. */
	tell(partnerId: string, change: LedgerChange["change"]): void;
};
