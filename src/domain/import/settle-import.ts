import type { Agreement, AgreementLine } from "#domain/agreement.ts";
import type { Customer, CustomerId } from "#domain/customer.ts";
import { lineKey, normalised } from "#domain/subscription-key.ts";
import { agreementId, enrolmentKey } from "./agreement-id.ts";
import { foldedText } from "./folded-text.ts";
import { said } from "./gather-agreements.ts";
import type { ImportPlan, WeakField } from "./import-plan.ts";

/** What the plan holds already. */
export type Existing = {
	readonly customers: ReadonlyMap<string, Customer>;
	readonly agreements: ReadonlyMap<string, Agreement>;
};

/** A customer of the import to a customer of the plan, chosen by a person; `null` makes a new one. */
export type CustomerChoices = ReadonlyMap<CustomerId, CustomerId | null>;

export type SettledImport = {
	readonly customers: readonly Customer[];
	readonly agreements: readonly Agreement[];
	/** Customer of the import to the customer of the plan that it was found to be; absent: a new one. */
	readonly found: ReadonlyMap<CustomerId, CustomerId>;
};

/**
 * Brings an import together with what the plan holds: finds customers and agreements that are there already, keeps
 * their ids and what the file does not say. Lines are those of the file.
 *
 * A customer is found by its tenant; without one by the enrolment numbers of its agreements, then by its name. An
 * agreement is found by its number, then by its enrolment number.
 *
 * @source D42, D43, D44, D45
 */
export function settleImport(
	plan: Pick<ImportPlan, "customers" | "agreements" | "weak">,
	existing: Existing,
	choices: CustomerChoices = new Map(),
): SettledImport {
	const index = makeIndex(existing);
	const importedByCustomer = Map.groupBy(plan.agreements, (agreement) => agreement.customerId);
	const found = new Map<CustomerId, CustomerId>();
	const customers: Customer[] = [];
	const agreements: Agreement[] = [];

	for (const customer of plan.customers) {
		const imported = importedByCustomer.get(customer.id) ?? [];
		const chosen = choices.get(customer.id);
		const match =
			chosen === undefined ? findCustomer(customer, imported, index) : existing.customers.get(chosen ?? "");
		if (match !== undefined) found.set(customer.id, match.id);
		customers.push(match === undefined ? customer : mergeCustomer(customer, match));
		for (const agreement of imported) {
			const own = index.agreementsByCustomer.get(match?.id ?? "") ?? [];
			agreements.push(
				mergeAgreement(agreement, match?.id ?? customer.id, findAgreement(agreement, own), plan.weak),
			);
		}
	}
	return { customers, agreements, found };
}

function makeIndex(existing: Existing) {
	const customers = [...existing.customers.values()];
	const agreements = [...existing.agreements.values()];
	return {
		customers: existing.customers,
		byTenant: new Map(customers.map((customer) => [customer.tenantId, customer])),
		byName: Map.groupBy(customers, (customer) => foldedText(customer.name)),
		agreementsByCustomer: Map.groupBy<string, Agreement>(agreements, (agreement) => agreement.customerId),
		byEnrolment: Map.groupBy(agreements, (agreement) => enrolmentKey(agreement.enrollmentNumber ?? "")),
	};
}

type Index = ReturnType<typeof makeIndex>;

function findCustomer(
	customer: Customer,
	agreements: readonly Agreement[],
	index: Index,
): Customer | undefined {
	const namesakes = index.byName.get(foldedText(customer.name)) ?? [];
	if (customer.tenantId !== undefined) {
		const homeless = namesakes.filter((one) => one.tenantId === undefined);
		return index.byTenant.get(customer.tenantId) ?? (homeless.length === 1 ? homeless[0] : undefined);
	}
	const owners = new Set(
		agreements
			.filter((agreement) => agreement.enrollmentNumber !== undefined)
			.flatMap((agreement) => index.byEnrolment.get(enrolmentKey(agreement.enrollmentNumber ?? "")) ?? [])
			.map((agreement) => agreement.customerId),
	);
	const [owner] = owners;
	if (owner !== undefined && owners.size === 1) return index.customers.get(owner);
	return namesakes.length === 1 ? namesakes[0] : undefined;
}

/** By number; else by enrolment, unless both have agreement numbers of their own that differ. */
function findAgreement(agreement: Agreement, own: readonly Agreement[]): Agreement | undefined {
	const number = normalised(agreement.number);
	const enrolment = enrolmentKey(agreement.enrollmentNumber ?? "");
	return (
		own.find((one) => normalised(one.number) === number) ??
		own.find((one) => {
			const same = enrolment !== "" && enrolmentKey(one.enrollmentNumber ?? "") === enrolment;
			return same && (isStandIn(one) || isStandIn(agreement));
		})
	);
}

/** The License ID stands where no agreement number is known. */
function isStandIn(agreement: Agreement): boolean {
	return enrolmentKey(agreement.number) === enrolmentKey(agreement.enrollmentNumber ?? "");
}

/** A file that knows the tenant knows the name better than the plan; one that does not takes the plan's. */
function mergeCustomer(customer: Customer, match: Customer): Customer {
	return said({
		id: match.id,
		name: customer.tenantId === undefined || customer.name === customer.id ? match.name : customer.name,
		tenantId: customer.tenantId ?? match.tenantId,
		domain: customer.domain ?? match.domain,
		country: customer.country ?? match.country,
		city: customer.city ?? match.city,
	});
}

function mergeAgreement(
	agreement: Agreement,
	customerId: CustomerId,
	match: Agreement | undefined,
	weak: readonly WeakField[],
): Agreement {
	if (match === undefined) return { ...agreement, id: agreementId(customerId, agreement.number), customerId };
	const sameEnrolment =
		enrolmentKey(match.enrollmentNumber ?? "") === enrolmentKey(agreement.enrollmentNumber ?? "");
	const hasLeftTerm = match.eptStatus === "in-ept" && !["extended", "unknown"].includes(agreement.status);
	const weakEptStatus = hasLeftTerm ? "default" : match.eptStatus;
	return said({
		id: match.id,
		customerId,
		number: isStandIn(agreement) ? match.number : agreement.number,
		enrollmentNumber: sameEnrolment
			? longer(match.enrollmentNumber, agreement.enrollmentNumber)
			: (agreement.enrollmentNumber ?? match.enrollmentNumber),
		program: weak.includes("program")
			? (match.program ?? agreement.program)
			: (agreement.program ?? match.program),
		endsOn: agreement.endsOn,
		eptStatus:
			weak.includes("eptStatus") && agreement.eptStatus !== "in-ept" ? weakEptStatus : agreement.eptStatus,
		eptOptOutOn: agreement.eptOptOutOn ?? match.eptOptOutOn,
		status: agreement.status === "unknown" ? match.status : agreement.status,
		lines: mergeLines(agreement.lines, match.lines, weak),
	});
}

/** Of two ways to write one enrolment the longer one still has its zeros. */
function longer(a: string | undefined, b: string | undefined): string | undefined {
	return (a ?? "").length >= (b ?? "").length ? a : b;
}

/** The file's lines, first those that stood already, in their order. A file without any line says nothing about lines. */
function mergeLines(
	lines: readonly AgreementLine[],
	standing: readonly AgreementLine[],
	weak: readonly WeakField[],
): AgreementLine[] {
	if (lines.length === 0) return [...standing];
	const placeByKey = new Map(standing.map((line, at) => [lineKey(line), at]));
	const placed = lines.map((line, at) => {
		const place = placeByKey.get(lineKey(line));
		const before = place === undefined ? undefined : standing[place];
		return {
			line: before === undefined ? line : mergeLine(line, before, weak),
			rank: place ?? standing.length + at,
		};
	});
	return placed.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
}

function mergeLine(line: AgreementLine, before: AgreementLine, weak: readonly WeakField[]): AgreementLine {
	return said({
		partNumber: line.partNumber,
		discriminator: line.discriminator,
		description: line.description === "" ? before.description : line.description,
		quantity: line.quantity,
		segment: weak.includes("segment") ? before.segment : line.segment,
		usageCountry: line.usageCountry ?? before.usageCountry,
		coverageEndsOn: line.coverageEndsOn ?? before.coverageEndsOn,
	});
}
