import type { Context } from "hono";
import type { ApiErrorCode } from "#protocol/api.ts";

const STATUS = {
	malformed: 400,
	"sign-in": 401,
	"wrong-password": 401,
	forbidden: 403,
	"wrong-origin": 403,
	"not-found": 404,
	"link-dead": 404,
	"account-exists": 409,
	"other-account": 409,
	"other-team": 409,
	"already-member": 409,
	"too-large": 413,
	"no-region": 422,
	"unknown-file": 422,
	"too-many-tries": 429,
	internal: 500,
} as const;

/** Answers with a code that has a sentence in the interface, and the status that goes with it. */
export function refuse(c: Context, code: Exclude<ApiErrorCode, "unknown">): Response {
	return c.json({ error: code }, STATUS[code]);
}
