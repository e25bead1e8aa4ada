import type { Generated } from "kysely";

/** The columns as the database has them; see `migrations`. JSON in `verdict`, `answer` and `receipt`. */
export type Tables = {
	documents: { number: Generated<number>; id: string; kind: string; partner_id: string; epoch: number };
	updates: UpdateRow;
	snapshots: UpdateRow;
	partners: {
		id: string;
		name: string;
		type: string;
		country: string;
		plan_id: string;
		ledger_id: string;
	};
	tenants: { id: string; name: string; country: string | null; brought_by: string };
	relationships: { tenant_id: string; partner_id: string; status: string };
	commits: CommitRow;
	verdicts: { partner_id: string; revision_id: string; commit_number: number | null; verdict: string };
	releases: { partner_id: string; revision_id: string; answer: string };
	chain_entries: { subscription_key: string; position: number; receipt: string };
	signing_keys: { number: Generated<number>; key_id: string; private_key_pem: string };
};

type UpdateRow = {
	/** `number` of the document. */
	document: number;
	seq: number;
	format: number;
	bytes: Uint8Array;
	hash: Uint8Array;
};

type CommitRow = {
	number: number;
	subscription_key: string;
	tenant_id: string;
	partner_id: string;
	schedule_id: string;
	revision_id: string;
	ea_ends_on: string;
	run_on: string;
	committed_at: string;
	/** 1 while it holds its subscription. */
	active: number;
};
