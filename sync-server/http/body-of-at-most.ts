import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { HttpEnv } from "./parts.ts";
import { refuse } from "./refuse.ts";

/** Refuses a larger body, as soon as that is clear. */
export function bodyOfAtMost(bytes: number): MiddlewareHandler<HttpEnv> {
	return bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, "too-large") });
}
