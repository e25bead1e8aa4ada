import type { AgreementId } from "#domain/agreement.ts";
import type { CustomerId } from "#domain/customer.ts";
import { normalised } from "#domain/subscription-key.ts";

/** The same file gives the same id, so that a second import finds what the first one wrote (N19, D41). */
export function agreementId(customerId: CustomerId, number: string): AgreementId {
	return `${customerId}/${normalised(number)}` as AgreementId; // at most 64 + 1 + 64 characters
}

/** Spreadsheets eat leading zeros: what is left names an enrolment inside the agreements at hand. */
export function enrolmentKey(number: string): string {
	return normalised(number).replace(/^0+(?=.)/, "");
}
