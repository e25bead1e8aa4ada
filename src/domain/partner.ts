import * as v from "valibot";

/** What a partner is in the CSP programme. Only the first two may transact (R47). */
export const PartnerType = v.picklist(["direct-bill", "indirect-provider", "indirect-reseller"]);
export type PartnerType = v.InferOutput<typeof PartnerType>;

/** What a member of a partner's team may do; a member can have several. */
export const Role = v.picklist(["account-admin", "admin-agent", "sales-agent"]);
export type Role = v.InferOutput<typeof Role>;

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/), v.brand("CountryCode"));
export type CountryCode = v.InferOutput<typeof CountryCode>;

/** A partner team as it stands in its own ledger. */
export const Partner = v.object({
	id: v.string(),
	name: v.string(),
	type: PartnerType,
	country: CountryCode,
});
export type Partner = v.InferOutput<typeof Partner>;

/** @source R47: direct bill or indirect provider; a reseller reads and drafts. */
export function mayTransact(type: PartnerType): boolean {
	return type !== "indirect-reseller";
}

/** @source R58: only admin agents submit, change or cancel a schedule. */
export function maySubmit(roles: readonly Role[]): boolean {
	return roles.includes("admin-agent");
}

/** Members, roles, partner profile. */
export function mayManageTeam(roles: readonly Role[]): boolean {
	return roles.includes("account-admin");
}
