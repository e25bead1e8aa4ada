import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/partner.ts";
import { MemberList, PartnerList, SessionInfo } from "#protocol/api.ts";
import { read, startTestServer, type TestServer, type TestTeam } from "../../support/start-test-server.ts";

let server: TestServer;
let ours: TestTeam;
let theirs: TestTeam;
beforeAll(async () => {
	server = await startTestServer();
	ours = await server.createTeam({
		name: "Rheinblick",
		type: "direct-bill",
		country: "DE",
		members: [
			{ name: "Anna", email: "anna@rheinblick.example", roles: ["account-admin"] },
			{ name: "Deniz", email: "deniz@rheinblick.example", roles: ["admin-agent"] },
			{ name: "Paul", email: "paul@rheinblick.example", roles: ["sales-agent"] },
			{ name: "Vera", email: "vera@rheinblick.example", roles: ["sales-agent"] },
		],
	});
	theirs = await server.createTeam({
		name: "Nordlicht",
		type: "indirect-provider",
		country: "DE",
		members: [{ name: "Ida", email: "ida@nordlicht.example", roles: ["account-admin"] }],
	});
});
afterAll(() => server.stop());

const WHO = [
	"nobody",
	"operator",
	"account admin",
	"admin agent",
	"sales agent",
	"another team's admin",
] as const;

async function cookieFor(who: (typeof WHO)[number]): Promise<string> {
	const [anna, deniz, paul] = ours.members;
	if (who === "operator") return await server.createOperator();
	if (who === "account admin") return anna?.cookie ?? "";
	if (who === "admin agent") return deniz?.cookie ?? "";
	if (who === "sales agent") return paul?.cookie ?? "";
	return who === "nobody" ? "" : (theirs.members[0]?.cookie ?? "");
}

type Act = { method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; path: () => string; body?: unknown };

const roles: readonly Role[] = ["sales-agent"];
const member = (name: string) => ours.members.find((one) => one.name === name)?.userId ?? "";
const team = () => `/api/partners/${ours.partner.id}`;

/** What each act answers, in the order of `WHO`. */
const TABLE: readonly [string, Act, readonly number[]][] = [
	["list partners", { method: "GET", path: () => "/api/partners" }, [401, 200, 403, 403, 403, 403]],
	[
		"create a partner of no type",
		{ method: "POST", path: () => "/api/partners", body: { name: "X", type: "none", country: "DE" } },
		[401, 400, 403, 403, 403, 403],
	],
	["list members", { method: "GET", path: () => `${team()}/members` }, [401, 200, 200, 200, 200, 404]],
	[
		"invite",
		{ method: "POST", path: () => `${team()}/invitations`, body: { name: "N", email: "n@x.example", roles } },
		[401, 201, 201, 403, 403, 404],
	],
	[
		"withdraw an invitation that is not there",
		{ method: "DELETE", path: () => `${team()}/invitations/none` },
		[401, 404, 404, 403, 403, 404],
	],
	[
		"change roles",
		{ method: "PATCH", path: () => `${team()}/members/${member("Vera")}`, body: { roles } },
		[401, 204, 204, 403, 403, 404],
	],
	[
		"take all roles away",
		{ method: "PATCH", path: () => `${team()}/members/${member("Vera")}`, body: { roles: [] } },
		[401, 400, 400, 403, 403, 404],
	],
	[
		"remove a stranger",
		{ method: "DELETE", path: () => `${team()}/members/${theirs.members[0]?.userId}` },
		[401, 404, 404, 403, 403, 404],
	],
	["list tenants", { method: "GET", path: () => "/api/relationships" }, [401, 200, 403, 403, 403, 403]],
	[
		"set a relationship with a tenant nobody brought",
		{
			method: "PUT",
			path: () => "/api/relationships",
			body: { tenantId: "unknown", partnerId: "unknown", status: "active" },
		},
		[401, 404, 403, 403, 403, 403],
	],
	["read the catalogue", { method: "GET", path: () => "/api/catalogue" }, [401, 200, 200, 200, 200, 200]],
	[
		"import what is no catalogue",
		{ method: "POST", path: () => "/api/catalogue", body: "a;b\n1;2\n" },
		[401, 422, 403, 403, 403, 403],
	],
];

for (const [name, act, expected] of TABLE) {
	test.each(WHO.map((who, index) => [who, expected[index]] as const))(
		`${name}: %s gets %i`,
		async (who, status) => {
			const cookie = await cookieFor(who);
			const answer = await server.request(act.method, act.path(), { cookie, body: act.body });
			expect(answer.status).toBe(status);
		},
	);
}

test("a partner that does not exist answers another team like one that does", async () => {
	const cookie = await cookieFor("another team's admin");
	const answers = [
		await server.request("GET", `${team()}/members`, { cookie }),
		await server.request("GET", "/api/partners/none/members", { cookie }),
	];
	const [existing, none] = await Promise.all(answers.map(async (one) => [one.status, await one.text()]));
	expect(existing).toEqual(none);
});

test("the operator sees every partner with its number of members", async () => {
	const answer = await server.request("GET", "/api/partners", { cookie: await server.createOperator() });
	expect((await read(PartnerList, answer)).map(({ name, members }) => [name, members])).toEqual([
		["Rheinblick", 4],
		["Nordlicht", 1],
	]);
});

test("a country outside all CSP regions is refused", async () => {
	const body = { name: "Nowhere", type: "direct-bill", country: "KP" };
	const answer = await server.request("POST", "/api/partners", {
		cookie: await server.createOperator(),
		body,
	});
	expect([answer.status, await answer.json()]).toEqual([422, { error: "no-region" }]);
});

test("new roles show at once, and a removed member is signed out and free to be invited again", async () => {
	const admin = await cookieFor("account admin");
	const vera = ours.members.find((one) => one.name === "Vera");
	const path = `${team()}/members/${vera?.userId}`;
	const session = async () =>
		await read(SessionInfo, await server.request("GET", "/api/session", { cookie: vera?.cookie ?? "" }));

	await server.request("PATCH", path, { cookie: admin, body: { roles: ["admin-agent", "admin-agent"] } });
	expect((await session()).team?.roles).toEqual(["admin-agent"]);

	expect((await server.request("DELETE", path, { cookie: admin })).status).toBe(204);
	expect(await session()).toEqual({ user: null, team: null });
	const list = await read(MemberList, await server.request("GET", `${team()}/members`, { cookie: admin }));
	expect(list.members.map((one) => one.name)).toEqual(["Anna", "Deniz", "Paul"]);
	expect(
		await server.invite(ours.partner.id, { name: "Vera", email: "vera@rheinblick.example", roles }),
	).not.toBe("");
});
