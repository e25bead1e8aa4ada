import type { HttpBindings } from "@hono/node-server";
import type { Partner, Role } from "#domain/partner.ts";
import type { TenantList } from "#protocol/api.ts";
import type { CatalogueStore } from "../catalogue-store.ts";
import type { Links } from "../links.ts";
import type { Log } from "../log.ts";
import type { People, Person } from "../people.ts";
import type { Teams } from "../teams.ts";

/** What the routes stand on. */
export type Parts = {
	readonly people: People;
	readonly teams: Teams;
	readonly links: Links;
	readonly catalogue: CatalogueStore;
	readonly documents: {
		/** Makes a partner's two documents. */
		create(partner: Partner): Promise<void>;
		idsOf(partnerId: string): Promise<{ planId: string; ledgerId: string; epoch: number }>;
	};
	readonly relationships: {
		list(): Promise<TenantList>;
		set(tenantId: string, partnerId: string, status: "active" | "none"): Promise<void>;
	};
	readonly sockets: {
		/** Ends all connections of a member. */
		close(userId: string, code: number): void;
		setRoles(userId: string, roles: readonly Role[]): void;
	};
	/** The origin under which people reach the server. */
	readonly url: string;
	/** Origins from which a page may write. */
	readonly allowedOrigins: readonly string[];
	readonly now: () => number;
	readonly newId: () => string;
	readonly log: Log;
	/** Tells whether the server can work: its database answers and it is not about to stop. */
	readonly isReady: () => Promise<boolean>;
	/** The folder of the built app. */
	readonly appDir: string;
};

/** What a request knows on its way: who sends it. */
export type HttpEnv = { Bindings: HttpBindings; Variables: { person: Person | undefined } };
