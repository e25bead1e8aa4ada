import type { OpenedFile } from "./reader-messages.ts";

type Named = { readonly key: string; readonly name: string };

/** Why a chosen file is no part of an import; each has a sentence. */
export type FileRefusal = "none" | "catalogue" | "workbook" | "empty" | "unreadable";

export type KnownFile = Named & {
	readonly state: "known";
	readonly shape: "agreements" | "contracts" | "orders" | "statement";
	readonly header: readonly string[];
	readonly rows: number;
};

export type ImportFile =
	| (Named & { readonly state: "reading"; readonly share: number })
	| (Named & { readonly state: "refused"; readonly reason: FileRefusal })
	| KnownFile;

/** What the chosen files make together. */
export type Job =
	| { readonly kind: "nothing" }
	| { readonly kind: "agreements"; readonly file: KnownFile }
	| { readonly kind: "contracts"; readonly contracts: KnownFile; readonly orders: KnownFile }
	| { readonly kind: "statement"; readonly file: KnownFile }
	| { readonly kind: "incomplete"; readonly missing: "contracts" | "orders" }
	| { readonly kind: "mixed" };

/** Files that were refused take no part. */
export function jobOf(files: readonly ImportFile[]): Job {
	const known = files.filter((file) => file.state === "known");
	const [first, second] = known;
	if (first === undefined) return { kind: "nothing" };
	if (second === undefined) {
		if (first.shape === "agreements" || first.shape === "statement")
			return { kind: first.shape, file: first };
		return { kind: "incomplete", missing: first.shape === "orders" ? "contracts" : "orders" };
	}
	const contracts = known.find((file) => file.shape === "contracts");
	const orders = known.find((file) => file.shape === "orders");
	if (known.length === 2 && contracts !== undefined && orders !== undefined)
		return { kind: "contracts", contracts, orders };
	return { kind: "mixed" };
}

/** A file as the reader found it. */
export function toImportFile(named: Named, opened: OpenedFile): ImportFile {
	if (opened.kind !== "table") return { ...named, state: "refused", reason: opened.kind };
	const { shape } = opened.shape;
	if (opened.header.every((cell) => cell.trim() === "") && opened.rows === 0)
		return { ...named, state: "refused", reason: "empty" };
	if (shape === "none" || shape === "catalogue") return { ...named, state: "refused", reason: shape };
	if (opened.rows === 0) return { ...named, state: "refused", reason: "empty" };
	return { ...named, state: "known", shape, header: opened.header, rows: opened.rows };
}
