import { foldedText } from "./folded-text.ts";

/** The columns of the flat profile (domain.md 4.3), and the agreement's status. */
export const AGREEMENT_FIELDS = [
	"customer_name",
	"customer_tenant_id",
	"customer_domain",
	"customer_country",
	"agreement_number",
	"enrollment_number",
	"program",
	"agreement_end_date",
	"agreement_status",
	"ept_status",
	"ept_opt_out_date",
	"segment",
	"part_number",
	"product_description",
	"quantity",
	"usage_country",
	"coverage_end_date",
	"source_row",
] as const;
export type AgreementField = (typeof AGREEMENT_FIELDS)[number];

/** Field to the index of its column, from 0. */
export type ColumnMapping = { readonly [field in AgreementField]?: number };

/** Header words that other exports use, folded; the first that a file has counts. */
const ALIASES: Readonly<Record<AgreementField, readonly string[]>> = {
	customer_name: ["customer", "kunde", "kundenname", "company name", "organization", "organisation", "firma"],
	customer_tenant_id: ["tenant id", "tenant", "mandanten id", "mandant", "microsoft id"],
	customer_domain: ["domain", "domane", "primary domain name", "primare domane"],
	customer_country: ["country", "land"],
	agreement_number: ["agreement", "contract number", "vertragsnummer", "vertrag"],
	enrollment_number: [
		"enrolment number",
		"enrollment",
		"license id",
		"licensing id",
		"lizenz id",
		"license enrollment customer number",
		"beitrittsnummer",
	],
	program: ["programm", "parent program"],
	agreement_end_date: ["end date", "agreement end", "vertragsende", "enddatum"],
	agreement_status: ["status", "vertragsstatus"],
	ept_status: ["ept"],
	ept_opt_out_date: ["ept opt out", "opt out date"],
	segment: ["customer segment", "kundensegment"],
	part_number: ["part no", "teilenummer", "artikelnummer"],
	product_description: ["description", "product", "produktbeschreibung", "produkt", "beschreibung"],
	quantity: ["anzahl", "menge", "seats", "platze", "licences", "licenses", "lizenzen"],
	usage_country: ["country of usage", "nutzungsland"],
	coverage_end_date: ["coverage end", "ende der abdeckung", "abdeckung bis"],
	source_row: ["row", "line", "zeile"],
};

/** Without these no row makes a line; of each group one is enough. */
const REQUIRED: readonly (readonly AgreementField[])[] = [
	["customer_tenant_id", "customer_name"],
	["agreement_number", "enrollment_number"],
	["agreement_end_date"],
	["part_number"],
	["quantity"],
];

/** Finds the columns by their own names and by the aliases. */
export function mapColumns(header: readonly string[]): ColumnMapping {
	const indexByWord = new Map<string, number>();
	header.forEach((cell, index) => {
		const word = foldedText(cell);
		if (!indexByWord.has(word)) indexByWord.set(word, index);
	});
	const mapping: { [field in AgreementField]?: number } = {};
	for (const field of AGREEMENT_FIELDS) {
		const word = [foldedText(field), ...ALIASES[field]].find((alias) => indexByWord.has(alias));
		const index = word === undefined ? undefined : indexByWord.get(word);
		if (index !== undefined) mapping[field] = index;
	}
	return mapping;
}

/** The groups of fields of which a mapping has none. */
export function missingColumns(mapping: ColumnMapping): readonly (readonly AgreementField[])[] {
	return REQUIRED.filter((group) => group.every((field) => mapping[field] === undefined));
}
