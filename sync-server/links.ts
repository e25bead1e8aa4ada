import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Role } from "#domain/partner.ts";
import { readRoles, writeRoles } from "./people.ts";
import type { PeopleTables } from "./people-tables.ts";
import { newToken, tokenHash } from "./token.ts";

const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

type Row = PeopleTables["invitations"];

/** What an invitation says, as long as it can be accepted. */
export type OpenInvitation = {
	readonly id: string;
	readonly partnerId: string;
	readonly email: string;
	readonly name: string;
	readonly roles: readonly Role[];
	/** Milliseconds since 1970. */
	readonly expiresAtMs: number;
};

export type Links = ReturnType<typeof createLinks>;

/** Links that let somebody in once: the operator's set-up and invitations. Only hashes of their tokens are stored. */
export function createLinks({ db, now }: { db: Kysely<PeopleTables>; now: () => number }) {
	const openInvitations = () => db.selectFrom("invitations").selectAll().where("expires_at", ">", now());

	return {
		/** Makes the token of the set-up link; an older one is dead from then on. */
		async newSetup(): Promise<string> {
			const token = newToken();
			await db.deleteFrom("setup_links").execute();
			await db
				.insertInto("setup_links")
				.values({ hash: tokenHash(token) })
				.execute();
			return token;
		},

		async holdsSetup(token: string): Promise<boolean> {
			const hash = tokenHash(token);
			const row = await db.selectFrom("setup_links").where("hash", "=", hash).selectAll().executeTakeFirst();
			return row !== undefined;
		},

		/** Uses the set-up link up: of two who try at once, one gets `true`. */
		async takeSetup(token: string): Promise<boolean> {
			const taken = await db
				.deleteFrom("setup_links")
				.where("hash", "=", tokenHash(token))
				.executeTakeFirst();
			return taken.numDeletedRows > 0n;
		},

		/** Makes an invitation; its token is known only to the caller. An older one for the same e-mail and team is dead. */
		async invite(invitation: Omit<OpenInvitation, "id" | "expiresAtMs">) {
			const token = newToken();
			const expiresAtMs = now() + INVITATION_MS;
			const email = invitation.email.toLowerCase();
			await db
				.deleteFrom("invitations")
				.where((row) =>
					row.or([row("expires_at", "<=", now()), row.and({ partner_id: invitation.partnerId, email })]),
				)
				.execute();
			const row: Row = {
				id: randomUUID(),
				hash: tokenHash(token),
				partner_id: invitation.partnerId,
				email,
				name: invitation.name,
				roles: writeRoles(invitation.roles),
				expires_at: expiresAtMs,
			};
			await db.insertInto("invitations").values(row).execute();
			return { token, expiresAtMs };
		},

		async invitations(partnerId: string): Promise<OpenInvitation[]> {
			const rows = await openInvitations().where("partner_id", "=", partnerId).orderBy("name").execute();
			return rows.map(readInvitation);
		},

		async findInvitation(token: string): Promise<OpenInvitation | undefined> {
			const row = await openInvitations().where("hash", "=", tokenHash(token)).executeTakeFirst();
			return row && readInvitation(row);
		},

		/** Uses an invitation up: of two who try at once, one gets `true`. */
		async takeInvitation(partnerId: string, id: string): Promise<boolean> {
			const taken = await db
				.deleteFrom("invitations")
				.where("partner_id", "=", partnerId)
				.where("id", "=", id)
				.executeTakeFirst();
			return taken.numDeletedRows > 0n;
		},
	};
}

function readInvitation(row: Row): OpenInvitation {
	const { id, partner_id: partnerId, email, name, roles, expires_at: expiresAtMs } = row;
	return { id, partnerId, email, name, roles: readRoles(roles), expiresAtMs };
}
