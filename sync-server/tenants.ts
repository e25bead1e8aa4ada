import type { TenantList } from "#protocol/api.ts";
import type { StorageReader } from "./storage/storage.ts";

/** Every tenant that any partner has brought, by name, and who is related to it. For the operator alone. */
export async function listTenants(storage: StorageReader): Promise<TenantList> {
	const related = Map.groupBy(await storage.relationships(), (relationship) => relationship.tenantId);
	const tenants = (await storage.tenants()).map(({ tenantId, name, country }) => {
		const relationships = (related.get(tenantId) ?? []).map(({ partnerId, status }) => ({
			partnerId,
			status,
		}));
		// Brand of `CustomerId`: a customer with a tenant has the tenant's id.
		return { tenantId: tenantId as string as TenantList[number]["tenantId"], name, country, relationships };
	});
	return tenants.sort((a, b) => a.name.localeCompare(b.name));
}
