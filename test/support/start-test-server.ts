import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { Partner, type PartnerType, type Role } from "#domain/partner.ts";
import { InvitationLink, SessionInfo } from "#protocol/api.ts";
import { every } from "../../sync-server/every.ts";
import { makeLog } from "../../sync-server/log.ts";
import { startServer } from "../../sync-server/start-server.ts";

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export type TestServerOptions = {
	/** Milliseconds since 1970 as everything but the sessions' lives is to see them. */
	now?: () => number;
	/** Any free port if absent. */
	port?: number;
	/** Folder of the built app. */
	appDir?: string;
	signInsPerMinute?: number;
};

/** A member's name, with the cookie of the session that joining began. */
export type TestMember = { userId: string; name: string; email: string; cookie: string };

export type TestTeam = {
	partner: Partner;
	planId: string;
	ledgerId: string;
	/** In the order in which they were asked for. */
	members: TestMember[];
};

export const TEST_PASSWORD = "correct horse battery";

const CATALOGUE_FILES = [
	"offer-matrix.csv",
	"part-number-map.csv",
	"price-list-DE-2026-11.csv",
	"price-list-CH-2026-11.csv",
	"price-list-US-2026-11.csv",
	"promotions.csv",
];

/** Starts a real server with an empty database in a temporary folder, and does over HTTP what its people would do. */
export async function startTestServer(options: TestServerOptions = {}) {
	const dataDir = mkdtempSync(join(tmpdir(), "staffel-test-"));
	const { now = Date.now, port = 0, signInsPerMinute = 1000, appDir } = options;

	const start = (onPort: number) =>
		startServer({
			config: { port: onPort, host: "127.0.0.1", url: undefined, dataDir, logLevel: "silent" },
			now,
			every,
			log: makeLog("silent"),
			signInsPerMinute,
			...(appDir === undefined ? {} : { appDir }),
		});
	let server = await start(port);
	const { url } = server;
	let operator: string | undefined;

	/** Asks as a page of the server would. `cookie` says who asks; nobody without it. */
	async function request(
		method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
		path: string,
		{ cookie = "", body, headers = {} }: RequestOptions = {},
	): Promise<Response> {
		return await fetch(url + path, {
			method,
			redirect: "manual",
			headers: {
				origin: url,
				cookie,
				// A connection kept from before a restart would fail the first request after it.
				connection: "close",
				...(isText(body) ? {} : { "content-type": "application/json" }),
				...headers,
			},
			...(body === undefined ? {} : { body: isText(body) ? body : JSON.stringify(body) }),
		});
	}

	/** Makes the operator's account with the set-up link, once. @returns The operator's cookie. */
	async function createOperator(): Promise<string> {
		if (operator !== undefined) return operator;
		const token = server.setupUrl?.split("/").at(-1);
		const account = { name: "Olga Operator", email: "operator@staffel.example", password: TEST_PASSWORD };
		operator = cookieOf(await request("POST", "/api/setup", { body: { token, ...account } }));
		return operator;
	}

	/** Makes a partner. @returns It as the server has it. */
	async function createPartner(ask: { name: string; type: PartnerType; country: string }): Promise<Partner> {
		const cookie = await createOperator();
		return await read(Partner, await request("POST", "/api/partners", { cookie, body: ask }));
	}

	/** Invites somebody as the operator. @returns The token of the link. */
	async function invite(partnerId: string, ask: { name: string; email: string; roles: readonly Role[] }) {
		const cookie = await createOperator();
		const answer = await request("POST", `/api/partners/${partnerId}/invitations`, { cookie, body: ask });
		return (await read(InvitationLink, answer)).url.split("/").at(-1) ?? "";
	}

	/** Invites somebody and accepts. */
	async function joinTeam(
		partnerId: string,
		{ name, email, roles }: { name: string; email: string; roles: readonly Role[] },
	): Promise<TestMember & { planId: string; ledgerId: string }> {
		const token = await invite(partnerId, { name, email, roles });
		const body = { name, password: TEST_PASSWORD };
		const cookie = cookieOf(await request("POST", `/api/invitations/${token}`, { body }));
		const session = await read(SessionInfo, await request("GET", "/api/session", { cookie }));
		if (session.user === null || session.team === null) throw new Error(`${email} could not join a team.`);
		const { planId, ledgerId } = session.team;
		return { userId: session.user.id, name, email, cookie, planId, ledgerId };
	}

	/** Makes a partner and lets each of its members accept an invitation. */
	async function createTeam(ask: {
		name: string;
		type: PartnerType;
		country: string;
		members: readonly { name: string; email: string; roles: readonly Role[] }[];
	}): Promise<TestTeam> {
		const { members: asked, ...profile } = ask;
		const partner = await createPartner(profile);
		const team: TestTeam = { partner, planId: "", ledgerId: "", members: [] };
		for (const one of asked) {
			const { planId, ledgerId, ...member } = await joinTeam(partner.id, one);
			team.members.push(member);
			Object.assign(team, { planId, ledgerId });
		}
		return team;
	}

	/** Signs in. @returns The cookie. */
	async function signIn(email: string, password = TEST_PASSWORD): Promise<string> {
		return cookieOf(await request("POST", "/api/auth/sign-in/email", { body: { email, password } }));
	}

	/** Imports one file of the sample's catalogue as the operator, or all of them. */
	async function loadCatalogue(files: readonly string[] = CATALOGUE_FILES): Promise<void> {
		const cookie = await createOperator();
		for (const file of files) {
			const body = readFileSync(new URL(`../fixtures/catalogue/${file}`, import.meta.url), "utf8");
			const answer = await request("POST", "/api/catalogue", { cookie, body });
			if (!answer.ok) throw new Error(`${file} was refused: ${await answer.text()}`);
		}
	}

	return {
		url,
		dataDir,
		request,
		createOperator,
		createPartner,
		createTeam,
		invite,
		joinTeam,
		signIn,
		loadCatalogue,
		/** The running server itself. */
		server: () => server,
		/** Stops the server and starts it again on the same data and port. */
		async restart(): Promise<void> {
			await server.close();
			server = await start(Number(new URL(url).port));
		},
		async stop(): Promise<void> {
			await server.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

export type RequestOptions = { cookie?: string; body?: unknown; headers?: Record<string, string> };

/** The cookies of an answer as the browser would send them back. */
export function cookieOf(response: Response): string {
	if (!response.ok) throw new Error(`The server answered ${response.status} instead of a session.`);
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

/** The answer's body, parsed. */
export async function read<Schema extends v.GenericSchema>(
	schema: Schema,
	response: Response,
): Promise<v.InferOutput<Schema>> {
	if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
	return v.parse(schema, await response.json());
}

function isText(body: unknown): body is string {
	return typeof body === "string";
}
