import { foldedText } from "./folded-text.ts";

const CONTRACT_WORDS = {
	license: ["license id", "licensing id", "lizenz id"],
	organization: ["organization", "organisation"],
	location: ["location", "standort"],
	program: ["parent program", "ubergeordnetes programm"],
	end: ["end date", "enddatum"],
	status: ["status"],
} as const;

const ORDER_WORDS = {
	license: ["license id", "licensing id", "lizenz id"],
	orderedOn: ["ordered on", "bestellt am"],
	usageStart: ["usage start date", "startdatum der nutzung"],
	partNumber: ["part number", "teilenummer"],
	description: ["product description", "produktbeschreibung"],
	quantity: ["quantity", "menge", "anzahl"],
	country: ["country", "land"],
} as const;

export type ContractField = keyof typeof CONTRACT_WORDS;
export type OrderField = keyof typeof ORDER_WORDS;

/** Columns of the *Contracts* export: field to index, from 0. */
export function mapContractColumns(header: readonly string[]): {
	readonly [field in ContractField]?: number;
} {
	return mapWords(header, CONTRACT_WORDS);
}

/** Columns of the *Order details* export: field to index, from 0. */
export function mapOrderColumns(header: readonly string[]): { readonly [field in OrderField]?: number } {
	return mapWords(header, ORDER_WORDS);
}

function mapWords<Field extends string>(
	header: readonly string[],
	words: Readonly<Record<Field, readonly string[]>>,
): { readonly [field in Field]?: number } {
	const folded = header.map(foldedText);
	const found = Object.entries<readonly string[]>(words).flatMap(([field, aliases]) => {
		const index = folded.findIndex((word) => aliases.includes(word));
		return index === -1 ? [] : [[field, index] as const];
	});
	return Object.fromEntries(found) as { readonly [field in Field]?: number }; // its keys are those of `words`
}
