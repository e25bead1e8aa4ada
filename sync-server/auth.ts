import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { organization } from "better-auth/plugins/organization";
import { type Kysely, sql } from "kysely";
import type { Log } from "./log.ts";
import type { PeopleTables } from "./people-tables.ts";

/** The header in which the server itself tells Better Auth where a request comes from; one sent by a client is dropped. */
export const ADDRESS_HEADER = "x-staffel-address";

export type AuthOptions = {
	db: Kysely<PeopleTables>;
	/** Origin under which people reach the server. */
	url: string;
	allowedOrigins: readonly string[];
	secret: string;
	/** Tries to sign in from one address within a minute. */
	signInsPerMinute: number;
	log: Log;
};

export type Auth = Awaited<ReturnType<typeof openAuth>>;

const DAY_S = 24 * 60 * 60;

/** Sets Better Auth up on our database and brings its tables up to date. Nobody can register: accounts are made by links. */
export async function openAuth({ db, url, allowedOrigins, secret, signInsPerMinute, log }: AuthOptions) {
	const auth = betterAuth({
		baseURL: url,
		secret,
		trustedOrigins: [...allowedOrigins],
		database: { db, type: "sqlite", transaction: true },
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
		user: {
			additionalFields: { operator: { type: "boolean", required: true, defaultValue: false, input: false } },
		},
		// Long, since people work offline for days; a visit renews it at most once a day.
		session: { expiresIn: 30 * DAY_S, updateAge: DAY_S },
		rateLimit: {
			enabled: true,
			storage: "database",
			customRules: { "/sign-in/email": { window: 60, max: signInsPerMinute } },
		},
		advanced: {
			cookiePrefix: "staffel",
			useSecureCookies: url.startsWith("https:"),
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
		},
		telemetry: { enabled: false },
		logger: { level: "error", log: (_, message) => log.error({}, `Better Auth: ${message}`) },
		plugins: [
			organization({
				allowUserToCreateOrganization: false,
				schema: {
					organization: {
						additionalFields: {
							type: { type: "string", required: true, input: false },
							country: { type: "string", required: true, input: false },
						},
					},
				},
			}),
		],
	});
	const migrations = await getMigrations(auth.options);
	await migrations.runMigrations();
	// One person belongs to one partner; the database keeps it even against two requests at once.
	await sql`create unique index if not exists one_team_for_each_person on member ("userId")`.execute(db);
	return auth;
}
