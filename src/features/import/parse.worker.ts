import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { readCatalogueFile } from "#domain/import/read-catalogue-file.ts";
import { readContracts } from "#domain/import/read-contracts.ts";
import { readStatement, statementHeader } from "#domain/import/read-statement.ts";
import { recogniseFile } from "#domain/import/recognise-file.ts";
import { dataRows, type Table } from "#domain/import/table.ts";
import { randomId } from "#session/random-id.ts";
import { decode } from "./decode.ts";
import { parseCsv } from "./parse-csv.ts";
import type { Answer, Ask, OpenedFile, ReadPlan, Reply, Request } from "./reader-messages.ts";

/** Agreements in one message. */
const PART_SIZE = 1000;

const tables = new Map<string, Table>();

self.addEventListener("message", async (event: MessageEvent<Request>) => {
	const { id, ask } = event.data;
	try {
		const answer = await answerTo(ask, (share) => reply({ id, kind: "progress", share }));
		if (answer === undefined || !("agreements" in answer)) reply({ id, kind: "done", answer });
		else sendInParts(id, answer);
	} catch (error) {
		reply({ id, kind: "failed", message: String(error) }); // a promise that breaks in a worker reaches nobody
	}
});

function answerTo(ask: Ask, onProgress: (share: number) => void): Promise<OpenedFile> | Answer[Ask["kind"]] {
	switch (ask.kind) {
		case "open":
			return open(ask.key, ask.file, onProgress);
		case "drop":
			tables.delete(ask.key);
			return undefined;
		case "agreements": {
			const { key, ...options } = ask;
			return readAgreementRows(tableOf(key), { ...options, newId: randomId });
		}
		case "contracts": {
			const { contracts, orders, ...options } = ask;
			return readContracts(tableOf(contracts), tableOf(orders), { ...options, newId: randomId });
		}
		case "statement":
			return readStatement(tableOf(ask.key));
		case "catalogue":
			return readCatalogueFile(tableOf(ask.key));
	}
}

async function open(key: string, file: File, onProgress: (share: number) => void): Promise<OpenedFile> {
	let bytes: Uint8Array;
	try {
		bytes = new Uint8Array(await file.arrayBuffer());
	} catch {
		return { kind: "unreadable" };
	}
	const decoded = decode(bytes);
	if (decoded.kind === "workbook") return decoded;
	const table = parseCsv(decoded.text, onProgress);
	tables.set(key, table);
	const rows = [...dataRows(table, statementHeader(table))].length;
	return { kind: "table", shape: recogniseFile(table), header: table.header, rows };
}

function sendInParts(id: number, plan: ReadPlan): void {
	for (let from = 0; from < plan.agreements.length; from += PART_SIZE) {
		reply({ id, kind: "part", agreements: plan.agreements.slice(from, from + PART_SIZE) });
	}
	reply({ id, kind: "done", answer: { ...plan, agreements: [] } });
}

function tableOf(key: string): Table {
	return tables.get(key) ?? { header: [], rows: [] };
}

function reply(message: Reply): void {
	self.postMessage(message);
}
