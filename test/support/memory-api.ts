import { onTestFinished } from "vitest";

export type ApiCall = { readonly method: string; readonly path: string; readonly body: unknown };

type Answer = { readonly status: number; readonly body?: unknown } | "no network";

/** A server in memory instead of the network, for this test alone: it answers by `METHOD /path`. */
export function serveApi(answers: { [request: string]: Answer | ((call: ApiCall) => Answer) }) {
	const calls: ApiCall[] = [];
	const before = globalThis.fetch;
	onTestFinished(() => {
		globalThis.fetch = before;
	});
	globalThis.fetch = async (input, init) => {
		const path = String(input);
		if (!path.startsWith("/api/")) return before(input, init);
		const method = init?.method ?? "GET";
		const call: ApiCall = { method, path, body: readBody(init?.body) };
		calls.push(call);
		const found = answers[`${method} ${path}`] ?? { status: 404, body: { error: "not-found" } };
		const answer = typeof found === "function" ? found(call) : found;
		if (answer === "no network") throw new TypeError("Failed to fetch");
		const text = answer.body === undefined ? null : JSON.stringify(answer.body);
		return new Response(answer.status === 204 ? null : text, { status: answer.status });
	};
	return { calls };
}

function readBody(body: unknown): unknown {
	return typeof body === "string" ? JSON.parse(body) : body;
}
