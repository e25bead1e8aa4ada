import * as v from "valibot";
import { SkuKey } from "#domain/catalogue.ts";
import type { Day } from "#domain/day.ts";
import { CountryCode } from "#domain/partner.ts";
import { BillingPlan, Term } from "#domain/schedule.ts";
import { foldedText } from "./folded-text.ts";
import { readDay } from "./read-day.ts";

/** A row of a catalogue file: the trimmed cell under a header word; empty where the column is missing. */
export type CatalogueRow = (column: string) => string;

export function makeCells(header: readonly string[]): (cells: readonly string[]) => CatalogueRow {
	const indexByWord = new Map(header.map((word, index) => [foldedText(word), index]));
	return (cells) => (column) => cells[indexByWord.get(foldedText(column)) ?? -1]?.trim() ?? "";
}

/** `CFQ7TTC0LHSF` and `1`: spreadsheets eat the zeros of a SkuId, which has four characters (N21). */
export function readSku(row: CatalogueRow): SkuKey | undefined {
	const text = `${row("ProductId")}/${row("SkuId").padStart(4, "0")}`.toUpperCase();
	const result = v.safeParse(SkuKey, text);
	return result.success ? result.output : undefined;
}

/** Price lists write days as ISO or month first, never day first; 1753 and 9999 mean "always" (N22). */
export function readListDay(text: string): Day | undefined {
	const reading = readDay(text, "month-first");
	return reading.kind === "day" ? reading.day : undefined;
}

export function readTerm(text: string): Term | undefined {
	const result = v.safeParse(Term, text.toUpperCase());
	return result.success ? result.output : undefined;
}

export function readBillingPlan(text: string): BillingPlan | undefined {
	const result = v.safeParse(BillingPlan, text.toLowerCase());
	return result.success ? result.output : undefined;
}

/** @returns `undefined` if one of the codes is none. */
export function readCountries(codes: readonly string[]): CountryCode[] | undefined {
	const result = v.safeParse(
		v.array(CountryCode),
		codes.map((code) => code.trim().toUpperCase()),
	);
	return result.success ? result.output : undefined;
}
