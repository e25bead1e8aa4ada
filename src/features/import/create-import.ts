import { createMemo, createSignal, onCleanup } from "solid-js";
import { type AppliedImport, applyImport } from "#document/plan/apply-import.ts";
import type { CustomerId } from "#domain/customer.ts";
import { type AgreementField, mapColumns, missingColumns } from "#domain/import/agreement-columns.ts";
import { type Change, compareImport } from "#domain/import/compare-import.ts";
import type { DateAnswers } from "#domain/import/import-plan.ts";
import type { DateOrder } from "#domain/import/read-day.ts";
import type { Statement } from "#domain/import/read-statement.ts";
import { type SettledImport, settleImport } from "#domain/import/settle-import.ts";
import type { Session } from "#session/session.tsx";
import { type ImportFile, jobOf, toImportFile } from "./job.ts";
import { makeReader } from "./make-reader.ts";
import type { ReadPlan } from "./reader-messages.ts";

/** What the reader made of the files. */
export type Outcome =
	| { readonly kind: "plan"; readonly plan: ReadPlan }
	| { readonly kind: "statement"; readonly statement: Statement }
	| { readonly kind: "failed" };

type Mapping = { readonly [field in AgreementField]?: number };

export type Import = ReturnType<typeof createImport>;

/** One import from the chosen files to the records in the plan: what is read, asked, settled and applied. */
export function createImport(session: Session) {
	const reader = makeReader();
	const [files, setFiles] = createSignal<readonly ImportFile[]>([]);
	const [mapping, setMapping] = createSignal<Mapping>({});
	const [answers, setAnswers] = createSignal<DateAnswers>({});
	const [choices, setChoices] = createSignal<ReadonlyMap<string, CustomerId | null>>(new Map());
	const [outcome, setOutcome] = createSignal<Outcome>();
	const [isWorking, setWorking] = createSignal(false);
	const [isApplying, setApplying] = createSignal(false);
	const [applied, setApplied] = createSignal<Applied>();

	const job = createMemo(() => jobOf(files()));
	const plan = () => {
		const current = outcome();
		return current?.kind === "plan" ? current.plan : undefined;
	};
	const existing = () => ({ customers: session.customers.all(), agreements: session.agreements.all() });
	const settled = createMemo(() => {
		const current = plan();
		if (current === undefined) return undefined;
		const chosen = current.customers.flatMap((customer) => {
			const choice = choices().get(customer.name);
			return customer.tenantId !== undefined || choice === undefined ? [] : [[customer.id, choice] as const];
		});
		return settleImport(current, existing(), new Map(chosen));
	});
	const changes = createMemo(() => {
		const current = settled();
		return current && compareImport(current, existing());
	});
	const openQuestions = () => plan()?.questions.filter(({ id }) => answers()[id] === undefined).length ?? 0;
	const missing = () => (job().kind === "agreements" ? missingColumns(mapping()) : []);

	let lastRead = 0;

	/** Reads the files again, after a file, a column or an answer has changed. The last call counts. */
	async function read(): Promise<void> {
		const call = ++lastRead;
		setWorking(true);
		const next = await readJob().catch((): Outcome => ({ kind: "failed" }));
		if (call !== lastRead) return;
		setWorking(false);
		setOutcome(next);
	}

	async function readJob(): Promise<Outcome | undefined> {
		const current = job();
		const options = { dateAnswers: answers(), today: session.today() };
		switch (current.kind) {
			case "agreements": {
				if (missing().length > 0) return undefined;
				const ask = { kind: "agreements", key: current.file.key, mapping: mapping(), ...options } as const;
				return { kind: "plan", plan: await reader.ask(ask) };
			}
			case "contracts": {
				const { contracts, orders } = current;
				const ask = { kind: "contracts", contracts: contracts.key, orders: orders.key, ...options } as const;
				return { kind: "plan", plan: await reader.ask(ask) };
			}
			case "statement": {
				const statement = await reader.ask({ kind: "statement", key: current.file.key });
				return statement && { kind: "statement", statement };
			}
			case "nothing":
			case "incomplete":
			case "mixed":
				return undefined;
		}
	}

	async function add(chosen: readonly File[]): Promise<void> {
		setApplied(undefined);
		await Promise.all(chosen.map(open));
		await read();
	}

	async function open(file: File): Promise<void> {
		const named = { key: session.newId(), name: file.name };
		setFiles((before) => [...before, { ...named, state: "reading", share: 0 }]);
		const put = (next: ImportFile) =>
			setFiles((before) => before.map((other) => (other.key === named.key ? next : other)));
		const onProgress = (share: number) => put({ ...named, state: "reading", share });
		const opened = await reader
			.ask({ kind: "open", key: named.key, file }, onProgress)
			.catch(() => ({ kind: "unreadable" }) as const);
		const next = toImportFile(named, opened);
		if (next.state === "known" && next.shape === "agreements") setMapping(mapColumns(next.header));
		put(next);
	}

	function remove(key: string): Promise<void> {
		setFiles((before) => before.filter((file) => file.key !== key));
		setAnswers({});
		setChoices(new Map());
		void reader.ask({ kind: "drop", key });
		return read();
	}

	function mapColumn(field: AgreementField, index: number | undefined): Promise<void> {
		const { [field]: _, ...rest } = mapping();
		setMapping(index === undefined ? rest : { ...rest, [field]: index });
		return read();
	}

	function answer(ids: readonly string[], order: DateOrder): Promise<void> {
		setAnswers((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, order])) }));
		return read();
	}

	/** @param customer `null` for a new one. */
	function chooseCustomer(name: string, customer: CustomerId | null): void {
		setChoices((before) => new Map(before).set(name, customer));
	}

	/** Writes what was settled, as one undo step. */
	async function apply(): Promise<void> {
		setApplying(true);
		await painted(); // 100,000 lines take the page a second: it says so first
		setApplying(false);
		const current = settled();
		if (current === undefined) return;
		session.startStep();
		const counts = applyImport(session.plan, current);
		session.startStep();
		setApplied({ counts, witness: witnessOf(current, changes()?.changeById) });
		for (const file of files()) void reader.ask({ kind: "drop", key: file.key });
		setFiles([]);
		setAnswers({});
		setChoices(new Map());
		setOutcome(undefined);
	}

	onCleanup(reader.close);

	return {
		files,
		job,
		mapping,
		missing,
		answers,
		choices,
		outcome,
		plan,
		settled,
		changes,
		openQuestions,
		isWorking: () => isWorking() || files().some((file) => file.state === "reading"),
		isApplying,
		applied,
		add,
		remove,
		mapColumn,
		answer,
		chooseCustomer,
		apply,
		restart: () => setApplied(undefined),
	};
}

/** An applied import, and one record that it wrote: only while that stands does undo take back this import. */
export type Applied = {
	readonly counts: AppliedImport;
	readonly witness:
		| { readonly of: "customers" | "agreements"; readonly id: string; readonly text: string }
		| undefined;
};

/** Resolves once what was just changed is on screen. */
function painted(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function witnessOf(
	settled: SettledImport,
	changeById: ReadonlyMap<string, Change> | undefined,
): Applied["witness"] {
	for (const of of ["agreements", "customers"] as const) {
		const record = settled[of].find(({ id }) => changeById?.get(id) !== "unchanged");
		if (record !== undefined) return { of, id: record.id, text: JSON.stringify(record) };
	}
	return undefined;
}
