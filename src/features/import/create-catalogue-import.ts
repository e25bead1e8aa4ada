import { createSignal, onCleanup } from "solid-js";
import type { CatalogueFile } from "#domain/import/catalogue-file.ts";
import { catalogueRows } from "#domain/import/catalogue-rows.ts";
import { mergeCatalogue } from "#domain/import/merge-catalogue.ts";
import type { Session } from "#session/session.tsx";
import { makeReader } from "./make-reader.ts";

/** What became of one file. */
export type CatalogueResult = { readonly name: string } & (
	| { readonly state: "taken"; readonly file: CatalogueFile }
	| { readonly state: "refused"; readonly reason: "none" | "workbook" | "unreadable" | "empty" }
);

/** Brings catalogue files into a local workspace, one after the other. */
export function createCatalogueImport(session: Session) {
	const reader = makeReader();
	const [results, setResults] = createSignal<readonly CatalogueResult[]>([]);
	const [reading, setReading] = createSignal<string>();

	async function add(files: readonly File[]): Promise<void> {
		let rows = catalogueRows(session.catalogue());
		for (const file of files) {
			setReading(file.name);
			const result = await take(file).catch(
				(): CatalogueResult => ({ name: file.name, state: "refused", reason: "unreadable" }),
			);
			if (result.state === "taken") {
				rows = mergeCatalogue(rows, result.file);
				await session.importCatalogue({ [result.file.kind]: rows[result.file.kind] });
			}
			setResults((before) => [result, ...before]);
		}
		setReading(undefined);
	}

	async function take(file: File): Promise<CatalogueResult> {
		const { name } = file;
		const key = session.newId();
		const opened = await reader.ask({ kind: "open", key, file });
		if (opened.kind !== "table") return { name, state: "refused", reason: opened.kind };
		const read = await reader.ask({ kind: "catalogue", key });
		await reader.ask({ kind: "drop", key });
		if (read === undefined) return { name, state: "refused", reason: "none" };
		return read.rows.length === 0
			? { name, state: "refused", reason: "empty" }
			: { name, state: "taken", file: read };
	}

	onCleanup(reader.close);

	return { results, reading, add };
}
