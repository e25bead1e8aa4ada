import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { CLOSE } from "#protocol/close-codes.ts";
import { type CatalogueTables, openCatalogueStore } from "./catalogue-store.ts";
import type { Config } from "./config.ts";
import { holdFolder } from "./data-folder.ts";
import type { Every } from "./every.ts";
import { createApp } from "./http/app.ts";
import { openHttpServer } from "./http-server.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { createLinks } from "./links.ts";
import type { Log } from "./log.ts";
import { openPeople } from "./people.ts";
import type { PeopleTables } from "./people-tables.ts";
import { createRegistrar, type Registrar } from "./registrar.ts";
import { createRooms } from "./rooms.ts";
import { readSecret } from "./secret.ts";
import { openSigner } from "./signer.ts";
import { createSockets } from "./socket.ts";
import { openSqlite } from "./storage/sqlite.ts";
import { teamDocuments } from "./team-documents.ts";
import { createTeams } from "./teams.ts";
import { listTenants } from "./tenants.ts";

const BEAT_MS = 15_000;
const TIDY_MS = 30_000;

export type StartOptions = {
	config: Config;
	/** Milliseconds since 1970. Only the lives of sessions follow the machine's own clock: Better Auth takes no other. */
	now: () => number;
	every: Every;
	log: Log;
	/** The folder of the built app. */
	appDir?: string;
	/** Tries to sign in from one address within a minute. */
	signInsPerMinute?: number;
	limits?: Limits;
};

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** Starts the whole server: database, people, documents, sockets and HTTP on one port. */
export async function startServer(options: StartOptions) {
	const {
		config,
		now,
		every,
		log,
		appDir = "dist",
		signInsPerMinute = 10,
		limits = DEFAULT_LIMITS,
	} = options;
	const letGoOfFolder = holdFolder(config.dataDir);
	const secret = readSecret(config.dataDir);
	const { storage, db, close: closeDatabase } = openSqlite(join(config.dataDir, "staffel.db"));
	const http = await openHttpServer(config.port, config.host);
	const url = config.url ?? `http://localhost:${http.port}`;
	const allowedOrigins = originsOf(url);

	const peopleDb = db.withTables<PeopleTables>();
	const people = await openPeople({ db: peopleDb, url, allowedOrigins, secret, signInsPerMinute, log });
	const teams = createTeams({ db: peopleDb, now });
	const links = createLinks({ db: peopleDb, now });
	const catalogue = await openCatalogueStore(db.withTables<CatalogueTables>());

	const signer = await openSigner(storage);
	const { maxFrameBytes } = limits;
	const rooms = createRooms({
		storage,
		// The registrar writes through the rooms, so it comes after them.
		judge: (tx, arrivals) => registrar.judge(tx, arrivals),
		now,
		soon: setImmediate,
		maxFrameBytes,
		log,
	});
	const registrar: Registrar = createRegistrar({
		storage,
		run: rooms.run,
		signer,
		now,
		catalogue: catalogue.catalogue,
		log,
	});
	await registrar.judgeUnjudged();
	const sockets = createSockets({
		rooms,
		authenticate: (request) => people.memberOf(request.headers),
		allowedOrigin: (origin) => origin !== undefined && allowedOrigins.includes(origin),
		now,
		log,
		limits,
	});

	const stops = [every(BEAT_MS, sockets.beat), every(TIDY_MS, rooms.tidy)];
	let isClosing = false;

	const app = createApp({
		people,
		teams,
		links,
		catalogue,
		registrar,
		sockets,
		documentsOf: (partnerId) => teamDocuments(storage, partnerId),
		tenants: () => listTenants(storage),
		url,
		allowedOrigins,
		newId: randomUUID,
		log,
		isReady: async () => !isClosing && (await storage.lastCommitNumber()) >= 0,
		appDir,
	});
	http.serve(getRequestListener(app.fetch), sockets.handleUpgrade);
	const setupUrl = (await people.hasOperator()) ? undefined : `${url}/setup/${await links.newSetup()}`;

	return {
		url,
		/** Where the operator's account is made, as long as there is none. */
		setupUrl,
		/** For what is done on this machine, such as filling a demo. */
		parts: { people, teams, catalogue, registrar, rooms },
		/** Sends everybody away with the word that the server comes back, and ends when all is durable. */
		async close(): Promise<void> {
			isClosing = true;
			for (const stop of stops) stop();
			sockets.closeAll(CLOSE.restart);
			await http.close();
			await rooms.settled();
			await closeDatabase();
			letGoOfFolder();
		},
	};
}

/** On this machine the browser may know the server by either name. */
function originsOf(url: string): string[] {
	const { hostname, port } = new URL(url);
	return hostname === "localhost" ? [url, `http://127.0.0.1:${port}`] : [url];
}
