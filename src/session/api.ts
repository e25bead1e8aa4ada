import * as v from "valibot";
import { ApiError, type ApiErrorCode } from "#protocol/api.ts";

/** `unreachable`: no answer at all; `unreadable`: an answer that is none of ours. */
export type ApiFailure = ApiErrorCode | "unreachable" | "unreadable";

export type ApiResult<T> =
	| { readonly ok: true; readonly value: T }
	/** `status` is 0 when there was no answer. */
	| { readonly ok: false; readonly error: ApiFailure; readonly status: number };

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** For requests that answer nothing. */
export const Nothing = v.undefined();

/** For answers that nobody reads. */
export const Anything = v.unknown();

const TIMEOUT_MS = 20_000;

/**
 * Asks the server this app came from. Never throws: every failure is a value with a sentence in the interface.
 *
 * @param schema What the answer has to be.
 * @param body Sent as JSON; a `Blob` (a chosen file) is sent as it is.
 */
export async function callApi<T>(
	schema: v.GenericSchema<unknown, T>,
	method: Method,
	path: string,
	body?: unknown,
): Promise<ApiResult<T>> {
	let response: Response;
	let answer: unknown;
	try {
		response = await fetch(path, { ...sent(body), method, signal: AbortSignal.timeout(TIMEOUT_MS) });
		const text = await response.text();
		answer = text === "" ? undefined : readJson(text);
	} catch {
		return { ok: false, error: "unreachable", status: 0 };
	}
	if (!response.ok) {
		const refusal = v.safeParse(ApiError, answer);
		// a proxy in front of a server that is down answers 502 to 504 in its own words
		const error = refusal.success ? refusal.output.error : response.status > 500 ? "unreachable" : "unknown";
		return { ok: false, error, status: response.status };
	}
	const value = v.safeParse(schema, answer);
	if (!value.success) return { ok: false, error: "unreadable", status: response.status };
	return { ok: true, value: value.output };
}

function sent(body: unknown): RequestInit {
	if (body === undefined) return {};
	if (body instanceof Blob) return { body, headers: { "content-type": "text/csv" } };
	return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
