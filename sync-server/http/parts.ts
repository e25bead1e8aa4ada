import type { HttpBindings } from "@hono/node-server";
import type { SessionInfo, TenantList } from "#protocol/api.ts";
import type { CatalogueStore } from "../catalogue-store.ts";
import type { Links } from "../links.ts";
import type { Log } from "../log.ts";
import type { People, Person } from "../people.ts";
import type { Registrar } from "../registrar.ts";
import type { Sockets } from "../socket.ts";
import type { Teams } from "../teams.ts";

type Team = SessionInfo["team"] & object;

/** What the routes stand on. */
export type Parts = {
	readonly people: People;
	readonly teams: Teams;
	readonly links: Links;
	readonly catalogue: CatalogueStore;
	readonly registrar: Pick<Registrar, "createPartner" | "setRelationship">;
	readonly sockets: Pick<Sockets, "closeMember" | "setRoles">;
	/** The ids of a partner's two documents. */
	readonly documentsOf: (partnerId: string) => Promise<Pick<Team, "planId" | "ledgerId" | "epoch">>;
	readonly tenants: () => Promise<TenantList>;
	/** The origin under which people reach the server. */
	readonly url: string;
	/** Origins from which a page may write. */
	readonly allowedOrigins: readonly string[];
	readonly newId: () => string;
	readonly log: Log;
	/** Tells whether the server can work: its database answers and it is not about to stop. */
	readonly isReady: () => Promise<boolean>;
	/** The folder of the built app. */
	readonly appDir: string;
};

/** What a request knows on its way: who sends it. */
export type HttpEnv = { Bindings: HttpBindings; Variables: { person: Person | undefined } };
