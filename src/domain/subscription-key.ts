import * as v from "valibot";
import type { Agreement, AgreementLine } from "./agreement.ts";
import type { TenantId } from "./customer.ts";

/**
 * What names one EA subscription across all partners: `tenant/agreement/part` or `tenant/agreement/part/line`.
 *
 * Two partners who import the same line of the same customer come to the same key.
 */
export const SubscriptionKey = v.pipe(
	v.string(),
	v.minLength(5),
	v.maxLength(700), // three names of 64 characters, of which one can become three in upper case, and the tenant
	v.brand("SubscriptionKey"),
);
export type SubscriptionKey = v.InferOutput<typeof SubscriptionKey>;

export function subscriptionKey(
	tenantId: TenantId,
	agreement: Pick<Agreement, "number">,
	line: Pick<AgreementLine, "partNumber" | "discriminator">,
): SubscriptionKey {
	const parts = [tenantId, normalised(agreement.number), lineKey(line)];
	return parts.join("/") as SubscriptionKey; // three parts that are not empty
}

/** Names a line inside its agreement: the part number, and the discriminator where there is one. */
export function lineKey(line: Pick<AgreementLine, "partNumber" | "discriminator">): string {
	const part = normalised(line.partNumber);
	return line.discriminator === undefined ? part : `${part}/${normalised(line.discriminator)}`;
}

/** The tenant that a key begins with. */
export function tenantOfKey(key: SubscriptionKey): TenantId {
	return key.slice(0, 36) as TenantId; // a key begins with its tenant, 36 characters long
}

/** Exports differ in case and blanks; leading zeros and hyphens carry meaning. A slash would split the key. */
export function normalised(text: string): string {
	return text.trim().replace(/\s+/g, "").replaceAll("/", "_").toUpperCase();
}
