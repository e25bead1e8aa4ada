import * as v from "valibot";
import { CountryCode } from "./partner.ts";

/** A customer's Entra tenant: a GUID in lower case. */
export const TenantId = v.pipe(
	v.string(),
	v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
	v.brand("TenantId"),
);
export type TenantId = v.InferOutput<typeof TenantId>;

/** The tenant id where one is known, otherwise a random id. */
export const CustomerId = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.brand("CustomerId"));
export type CustomerId = v.InferOutput<typeof CustomerId>;

/** A customer as an import brought it; absent fields are unknown. */
export const Customer = v.object({
	id: CustomerId,
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
	tenantId: v.optional(TenantId),
	domain: v.optional(v.string()),
	country: v.optional(CountryCode),
	city: v.optional(v.string()),
});
export type Customer = v.InferOutput<typeof Customer>;
