import type { Kysely } from "kysely";
import * as v from "valibot";
import { Partner, type Role } from "#domain/partner.ts";
import type { MemberList, PartnerList } from "#protocol/api.ts";
import { readRoles, writeRoles } from "./people.ts";
import type { PeopleTables } from "./people-tables.ts";

export type Teams = ReturnType<typeof createTeams>;

/** Partners and who belongs to them, in the tables of Better Auth's organization plugin. */
export function createTeams({ db, now }: { db: Kysely<PeopleTables>; now: () => number }) {
	return {
		async create(partner: Partner): Promise<void> {
			const createdAt = new Date(now()).toISOString();
			const row = { ...partner, slug: partner.id, createdAt };
			await db.insertInto("organization").values(row).execute();
		},

		/** All partners, the oldest first, with how many members each has. */
		async list(): Promise<PartnerList> {
			const rows = await db
				.selectFrom("organization")
				.leftJoin("member", "member.organizationId", "organization.id")
				.select(["organization.id", "organization.name", "type", "country"])
				.select((of) => of.fn.count<number>("member.id").as("members"))
				.groupBy("organization.id")
				.orderBy("organization.createdAt")
				.orderBy("organization.name")
				.execute();
			return rows.map((row) => ({ ...v.parse(Partner, row), members: row.members }));
		},

		async find(partnerId: string): Promise<Partner | undefined> {
			const row = await db
				.selectFrom("organization")
				.select(["id", "name", "type", "country"])
				.where("id", "=", partnerId)
				.executeTakeFirst();
			return row && v.parse(Partner, row);
		},

		async members(partnerId: string): Promise<MemberList["members"]> {
			const rows = await db
				.selectFrom("member")
				.innerJoin("user", "user.id", "member.userId")
				.select(["userId", "name", "email", "role"])
				.where("organizationId", "=", partnerId)
				.orderBy("name")
				.execute();
			return rows.map(({ role, ...member }) => ({ ...member, roles: readRoles(role) }));
		},

		/** @returns `false` if nobody with this id is in the team. */
		async setRoles(partnerId: string, userId: string, roles: readonly Role[]): Promise<boolean> {
			const changed = await db
				.updateTable("member")
				.set({ role: writeRoles(roles) })
				.where("organizationId", "=", partnerId)
				.where("userId", "=", userId)
				.executeTakeFirst();
			return changed.numUpdatedRows > 0n;
		},

		async hasMember(partnerId: string, userId: string): Promise<boolean> {
			const found = await db
				.selectFrom("member")
				.select("id")
				.where("organizationId", "=", partnerId)
				.where("userId", "=", userId)
				.executeTakeFirst();
			return found !== undefined;
		},
	};
}
