import { afterAll, beforeAll, expect, test } from "vitest";
import { TenantList } from "#protocol/api.ts";
import { readSeason, seedSeason } from "../../sync-server/season.ts";
import { read, startTestServer, TEST_PASSWORD, type TestServer } from "../support/start-test-server.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");

let server: TestServer;
let operator: string;
beforeAll(async () => {
	server = await startTestServer({ now: () => NOON });
	const season = { sampleDir: "public/sample", nowMs: NOON, password: TEST_PASSWORD };
	await seedSeason(server.server().parts, season);
	operator = await server.signIn("operator@staffel.example");
});
afterAll(() => server.stop());

const tenants = async () =>
	await read(TenantList, await server.request("GET", "/api/relationships", { cookie: operator }));
const statusOf = async (tenantId: string, partnerId: string) =>
	(await tenants())
		.find((tenant) => tenant.tenantId === tenantId)
		?.relationships.find((one) => one.partnerId === partnerId)?.status;

test("each team's relationships are those of the sample", async () => {
	const expected = readSeason("public/sample").partners.flatMap(({ id, customers }) =>
		customers.map(({ tenantId, relationship }) => `${tenantId} ${id} ${relationship}`),
	);
	const found = (await tenants()).flatMap(({ tenantId, relationships }) =>
		relationships.map(({ partnerId, status }) => `${tenantId} ${partnerId} ${status}`),
	);
	expect(found.sort()).toEqual(expected.sort());
});

test("the operator grants and ends a relationship", async () => {
	const [tenant] = await tenants();
	const { tenantId } = tenant ?? { tenantId: "" };
	for (const status of ["active", "none"] as const) {
		const body = { tenantId, partnerId: "lakeshore", status };
		const answer = await server.request("PUT", "/api/relationships", { cookie: operator, body });
		expect([answer.status, await statusOf(tenantId, "lakeshore")]).toEqual([204, status]);
	}
});

test.each([
	["an unknown tenant", { tenantId: "00000000-0000-4000-8000-000000000000", partnerId: "lakeshore" }],
	["what is no tenant", { tenantId: "nobody", partnerId: "lakeshore" }],
	["an unknown partner", { tenantId: "d14dcc31-2684-4e4e-baa3-6434ef2510c6", partnerId: "nobody" }],
])("a relationship with %s is refused", async (_, ids) => {
	const body = { ...ids, status: "active" };
	const answer = await server.request("PUT", "/api/relationships", { cookie: operator, body });
	expect([answer.status, await answer.json()]).toEqual([404, { error: "not-found" }]);
});

test("every member signs in with the one password", async () => {
	for (const { email } of readSeason("public/sample").partners.flatMap((team) => team.members)) {
		expect(await server.signIn(email)).not.toBe("");
	}
});
