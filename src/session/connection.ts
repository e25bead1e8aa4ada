import type { Instant } from "#domain/day.ts";

/** What the header chip says (interface.md 6.2). `unsent` counts changes on this device that the server does not have yet. */
export type Connection =
	| { state: "local" }
	| { state: "synced"; at: Instant }
	| { state: "syncing"; unsent: number }
	| { state: "offline"; unsent: number; since: Instant }
	| { state: "unreachable"; unsent: number; retryAtMs: number }
	| { state: "sign-in"; unsent: number }
	| { state: "refused"; code: string };

/** Whether this device keeps what is typed. */
export type DeviceStorage =
	| { state: "ok"; sizeBytes: number }
	| { state: "failed"; reason: "full" | "vanished" | "blocked" };
