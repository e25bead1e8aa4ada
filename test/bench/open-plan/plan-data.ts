import type { Agreement, AgreementId, AgreementLine } from "#domain/agreement.ts";
import type { Customer, CustomerId, TenantId } from "#domain/customer.ts";
import { addMonths, type Day, day } from "#domain/day.ts";
import type { CountryCode } from "#domain/partner.ts";

const PRODUCTS = [
	"Microsoft 365 E3 ALNG SubVL MVL Per User",
	"Microsoft 365 E5 ALNG SubVL MVL Per User",
	"Office 365 E1 ALNG SubVL MVL Per User",
	"Visio Plan 2 ALNG SubVL MVL Per User",
	"Power BI Pro ALNG SubVL MVL Per User",
];
const COUNTRIES = ["DE", "AT", "NL", "FR", "BE"];
const AGREEMENTS_EACH = 4;
const LINES_EACH = 5;

/** Invented customers with four agreements of five lines each, ends spread over four years around `today`. */
export function* makePlanData(
	customers: number,
	today: Day,
): Generator<{ customer: Customer; agreements: Agreement[] }> {
	const monthEnds = Array.from({ length: 48 }, (_, n) => endOfMonth(addMonths(today, n - 12)));
	for (let n = 0; n < customers; n++) {
		const tenant = guid(n);
		const customer: Customer = {
			id: tenant as CustomerId, // an id is any text
			name: `${word(n)} ${word(n * 7 + 3)} ${["GmbH", "AG", "B.V.", "SAS", "SE"][n % 5]}`,
			tenantId: tenant as TenantId, // a GUID
			domain: `${word(n).toLowerCase()}${n}.example`,
			country: COUNTRIES[n % COUNTRIES.length] as CountryCode, // two capitals
			city: word(n * 11 + 5),
		};
		const agreements = Array.from({ length: AGREEMENTS_EACH }, (_, a): Agreement => {
			const number = String(60_000_000 + n * AGREEMENTS_EACH + a);
			const endsOn = monthEnds[(n * 5 + a * 13) % monthEnds.length] ?? today;
			return {
				id: `${tenant}/${number}` as AgreementId, // an id is any text
				customerId: customer.id,
				number,
				enrollmentNumber: String(70_000_000 + n),
				program: "Enterprise 6",
				endsOn,
				eptStatus: n % 40 === 0 ? "in-ept" : "default",
				status: n % 25 === 0 ? "renewed" : "active",
				lines: Array.from({ length: LINES_EACH }, (_, l) => makeLine(n, a, l, endsOn)),
			};
		});
		yield { customer, agreements };
	}
}

function makeLine(n: number, a: number, l: number, endsOn: Day): AgreementLine {
	return {
		partNumber: `A${String.fromCharCode(65 + l)}A-${10_000 + ((n * 31 + a * 7 + l) % 80_000)}`,
		description: PRODUCTS[(n + l) % PRODUCTS.length] ?? "",
		quantity: 5 + ((n * 37 + a * 11 + l * 3) % 900),
		segment: n % 20 === 0 ? "education" : "commercial",
		usageCountry: "Germany",
		coverageEndsOn: endsOn,
	};
}

function endOfMonth(within: Day): Day {
	return day(
		new Date(Date.UTC(Number(within.slice(0, 4)), Number(within.slice(5, 7)), 0)).toISOString().slice(0, 10),
	);
}

function guid(n: number): string {
	const hex = (value: number, digits: number) =>
		(value >>> 0).toString(16).padStart(digits, "0").slice(-digits);
	return `${hex(Math.imul(n + 1, 2_654_435_761), 8)}-${hex(n, 4)}-4${hex(n * 7, 3)}-8${hex(n * 13, 3)}-${hex(n * 17, 4)}${hex(Math.imul(n + 9, 40_503_001), 8)}`;
}

function word(n: number): string {
	const parts = ["Nord", "West", "Alt", "Neu", "Ober", "Berg", "Feld", "Mar", "Lin", "Ros", "Stein", "Wald"];
	const first = parts[n % parts.length] ?? "";
	return first + (parts[Math.floor(n / parts.length) % parts.length] ?? "").toLowerCase();
}
