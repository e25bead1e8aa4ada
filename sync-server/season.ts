import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import * as Y from "yjs";
import { applyImport } from "#document/plan/apply-import.ts";
import { TenantId } from "#domain/customer.ts";
import { Day, dayOf } from "#domain/day.ts";
import type { ImportPlan } from "#domain/import/import-plan.ts";
import { readAgreementRows } from "#domain/import/read-agreement-rows.ts";
import { Partner, Role } from "#domain/partner.ts";
import { RelationshipStatus } from "#domain/verdict.ts";
import type { CatalogueStore } from "./catalogue-store.ts";
import type { Peer } from "./peer.ts";
import type { People } from "./people.ts";
import { readCsv } from "./read-csv.ts";
import type { Registrar } from "./registrar.ts";
import type { Rooms } from "./rooms.ts";
import { updateFrame } from "./sync-frame.ts";
import type { Teams } from "./teams.ts";

const Team = v.object({
	...Partner.entries,
	members: v.array(v.object({ name: v.string(), email: v.string(), roles: v.array(Role) })),
	customers: v.array(v.object({ tenantId: TenantId, relationship: RelationshipStatus })),
});
export type SeasonTeam = v.InferOutput<typeof Team>;

const Season = v.object({ asOf: Day, partners: v.array(Team) });

export const OPERATOR = { name: "Olga Marten", email: "operator@staffel.example" };

const CATALOGUE_FILES = [
	"offer-matrix.csv",
	"part-number-map.csv",
	"price-list-DE-2026-11.csv",
	"price-list-CH-2026-11.csv",
	"price-list-US-2026-11.csv",
	"promotions.csv",
];

/** Reads `partners.json` of the sample: the day from which it is seen, and the teams. */
export function readSeason(sampleDir: string): v.InferOutput<typeof Season> {
	return v.parse(Season, JSON.parse(readFileSync(join(sampleDir, "partners.json"), "utf8")));
}

/** Fills an empty server with the sample: operator, catalogue, and three teams with members, customers and agreements. */
export async function seedSeason(
	parts: { people: People; teams: Teams; catalogue: CatalogueStore; registrar: Registrar; rooms: Rooms },
	{ sampleDir, nowMs, password }: { sampleDir: string; nowMs: number; password: string },
): Promise<readonly SeasonTeam[]> {
	const { people, teams, catalogue, registrar, rooms } = parts;
	await people.createAccount({ ...OPERATOR, password, operator: true });
	for (const file of CATALOGUE_FILES) await catalogue.importFile(readFileSync(join(sampleDir, file)));
	const agreements = readCsv(readFileSync(join(sampleDir, "agreements.csv")));
	const brought = readAgreementRows(agreements, { today: dayOf(nowMs), newId: () => crypto.randomUUID() });

	const { partners } = readSeason(sampleDir);
	for (const { members, customers, ...partner } of partners) {
		const { planId } = await registrar.createPartner(partner);
		await teams.create(partner);
		for (const { name, email, roles } of members) {
			const team = { partnerId: partner.id, roles };
			await people.createAccount({ name, email, password, operator: false, team });
		}
		const tenants = new Set<string>(customers.map((customer) => customer.tenantId));
		await writePlan(rooms, { planId, partnerId: partner.id }, ofTenants(brought, tenants));
		for (const { tenantId, relationship } of customers) {
			await registrar.setRelationship(tenantId, partner.id, relationship);
		}
	}
	return partners;
}

function ofTenants({ customers, agreements }: ImportPlan, tenants: ReadonlySet<string>) {
	const own = customers.filter((customer) => tenants.has(customer.tenantId ?? ""));
	const ids = new Set(own.map((customer) => customer.id));
	return { customers: own, agreements: agreements.filter((agreement) => ids.has(agreement.customerId)) };
}

/** Sends an import into a plan the way a member's browser does, so that everything behind it happens too. */
async function writePlan(
	rooms: Rooms,
	{ planId, partnerId }: { planId: string; partnerId: string },
	brought: Parameters<typeof applyImport>[1],
): Promise<void> {
	const document = await rooms.find(planId);
	if (document === undefined) throw new Error(`The partner ${partnerId} has no plan.`);
	const plan = new Y.Doc();
	applyImport(plan, brought);
	const member = { userId: "season", name: "Season", partnerId, roles: [] };
	const peer: Peer = { member, speaksStaffel: false, affords: () => true, send: () => {}, close: () => {} };
	const room = await rooms.open(document);
	room.join(peer);
	room.receive(peer, updateFrame(Y.encodeStateAsUpdate(plan)));
	await rooms.settled();
	room.leave(peer);
	plan.destroy();
}
