import type { Kysely } from "kysely";
import * as v from "valibot";
import { Partner, Role } from "#domain/partner.ts";
import { ADDRESS_HEADER, type AuthOptions, openAuth } from "./auth.ts";
import type { Member } from "./member.ts";
import type { PeopleTables } from "./people-tables.ts";

/** Somebody who is signed in. */
export type Person = {
	readonly userId: string;
	readonly name: string;
	readonly email: string;
	/** Runs the server and belongs to no team. */
	readonly operator: boolean;
	readonly team: { readonly partner: Partner; readonly roles: readonly Role[] } | undefined;
};

export type NewAccount = {
	name: string;
	email: string;
	password: string;
	operator: boolean;
	team?: { partnerId: string; roles: readonly Role[] };
};

export type People = Awaited<ReturnType<typeof openPeople>>;

/** Accounts and sessions, kept by Better Auth on the server's own database. */
export async function openPeople(options: AuthOptions) {
	const { db } = options;
	const auth = await openAuth(options);
	const { adapter, internalAdapter, password: passwords } = await auth.$context;

	return {
		/** The header in which `handle` expects the address that a request comes from. */
		addressHeader: ADDRESS_HEADER,

		/** Answers Better Auth's own requests; the caller decides which ones may come in. */
		handle: (request: Request): Promise<Response> => auth.handler(request),

		/** Who sends these cookies; `undefined` if nobody is signed in or the session has ended. */
		async personOf(headers: Headers): Promise<Person | undefined> {
			const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
			return session === null ? undefined : await readPerson(db, session.user.id);
		},

		/** Who sends these cookies, as far as a team's documents are concerned. */
		async memberOf({ cookie = "" }: { cookie?: string | undefined }): Promise<Member | undefined> {
			const session = await auth.api.getSession({
				headers: new Headers({ cookie }),
				query: { disableRefresh: true },
			});
			const person = session && (await readPerson(db, session.user.id));
			if (!person?.team) return undefined;
			const { partner, roles } = person.team;
			return { userId: person.userId, name: person.name, partnerId: partner.id, roles };
		},

		/** Prolongs the session where its time has come. @returns The cookies to set. */
		async renewSession(headers: Headers): Promise<readonly string[]> {
			const renewed = await auth.api.getSession({ headers, returnHeaders: true });
			return renewed.headers.getSetCookie();
		},

		async hasOperator(): Promise<boolean> {
			const found = await db.selectFrom("user").select("id").where("operator", "=", 1).executeTakeFirst();
			return found !== undefined;
		},

		/** The id of the account with this e-mail. */
		async accountOf(email: string): Promise<string | undefined> {
			return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id;
		},

		/**
		 * Makes an account that can sign in at once, with its place in a team if it is to have one: all or nothing.
		 *
		 * @returns `false` if the e-mail has an account already.
		 */
		async createAccount({ name, email, password, operator, team }: NewAccount): Promise<boolean> {
			const hash = await passwords.hash(password);
			const at = { createdAt: new Date(), updatedAt: new Date() };
			return adapter.transaction(async (tables) => {
				const user = { name, email: email.toLowerCase(), emailVerified: false, operator, ...at };
				const taken = [{ field: "email", value: user.email }];
				if ((await tables.findOne({ model: "user", where: taken })) !== null) return false;
				const { id } = await tables.create<{ id: string }>({ model: "user", data: user });
				const credential = { userId: id, providerId: "credential", accountId: id, password: hash, ...at };
				await tables.create({ model: "account", data: credential });
				if (team !== undefined) await tables.create({ model: "member", data: memberRow(id, team) });
				return true;
			});
		},

		/** Gives an account that has no team its place in one. */
		async joinTeam(userId: string, team: NewAccount["team"] & object): Promise<void> {
			await adapter.create({ model: "member", data: memberRow(userId, team) });
		},

		/** Opens a session. @returns The cookies to set. @throws If e-mail and password do not belong together. */
		async signIn(email: string, password: string): Promise<readonly string[]> {
			const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
			return headers.getSetCookie();
		},

		/** Deletes the account with its sessions and its membership. */
		async removeAccount(userId: string): Promise<void> {
			await adapter.transaction(async (tables) => {
				for (const model of ["session", "account", "member"]) {
					await tables.deleteMany({ model, where: [{ field: "userId", value: userId }] });
				}
				await tables.delete({ model: "user", where: [{ field: "id", value: userId }] });
			});
		},
	};
}

async function readPerson(db: Kysely<PeopleTables>, userId: string): Promise<Person | undefined> {
	const row = await db
		.selectFrom("user")
		.leftJoin("member", "member.userId", "user.id")
		.leftJoin("organization", "organization.id", "member.organizationId")
		.select(["user.id as userId", "user.name", "user.email", "user.operator", "member.role"])
		.select(["organization.id as partnerId", "organization.name as partnerName"])
		.select(["organization.type", "organization.country"])
		.where("user.id", "=", userId)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { name, email, partnerId, partnerName, type, country, role } = row;
	const partner = v.safeParse(Partner, { id: partnerId, name: partnerName, type, country });
	const team = partner.success ? { partner: partner.output, roles: readRoles(role ?? "") } : undefined;
	return { userId, name, email, operator: row.operator === 1, team };
}

function memberRow(userId: string, { partnerId, roles }: NewAccount["team"] & object) {
	return { userId, organizationId: partnerId, role: writeRoles(roles), createdAt: new Date() };
}

/** Better Auth keeps several roles as one text with commas. */
export function readRoles(text: string): Role[] {
	return text.split(",").filter((role): role is Role => v.is(Role, role));
}

export function writeRoles(roles: readonly Role[]): string {
	return [...new Set(roles)].join(",");
}
