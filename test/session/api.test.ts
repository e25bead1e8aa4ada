import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { callApi, Nothing } from "#session/api.ts";
import { serveApi } from "../support/memory-api.ts";

const Answer = v.object({ name: v.string() });

describe("callApi", () => {
	test("gives the parsed answer and sends the body as JSON", async () => {
		const { calls } = serveApi({ "POST /api/x": { status: 201, body: { name: "a", more: 1 } } });
		expect(await callApi(Answer, "POST", "/api/x", { b: 1 })).toEqual({ ok: true, value: { name: "a" } });
		expect(calls).toEqual([{ method: "POST", path: "/api/x", body: { b: 1 } }]);
	});

	test("takes an answer without a body for nothing", async () => {
		serveApi({ "DELETE /api/x": { status: 204 } });
		expect(await callApi(Nothing, "DELETE", "/api/x")).toEqual({ ok: true, value: undefined });
	});

	test("sends a chosen file as it is", async () => {
		const { calls } = serveApi({ "POST /api/x": { status: 204 } });
		const file = new File(["a;b"], "a.csv");
		await callApi(Nothing, "POST", "/api/x", file);
		expect(calls[0]?.body).toBe(file);
	});

	test.each([
		["the server's reason", { status: 409, body: { error: "already-member" } }, "already-member", 409],
		["a reason of a newer server", { status: 409, body: { error: "moon-phase" } }, "unknown", 409],
		["no reason at all", { status: 404 }, "unknown", 404],
		["a proxy whose server is down", { status: 502, body: "Bad gateway" }, "unreachable", 502],
		["an answer that is none of ours", { status: 200, body: { title: "Guest portal" } }, "unreadable", 200],
		["no network", "no network", "unreachable", 0],
	] as const)("fails with a word for %s", async (_, answer, error, status) => {
		serveApi({ "GET /api/x": answer });
		expect(await callApi(Answer, "GET", "/api/x")).toEqual({ ok: false, error, status });
	});
});
