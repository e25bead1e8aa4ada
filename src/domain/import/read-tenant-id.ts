import * as v from "valibot";
import { TenantId } from "#domain/customer.ts";

/** A tenant's GUID in either case, with or without braces. */
export function readTenantId(text: string): TenantId | undefined {
	const bare = text
		.trim()
		.replace(/^\{(.*)\}$/, "$1")
		.toLowerCase();
	const result = v.safeParse(TenantId, bare);
	return result.success ? result.output : undefined;
}
