import { createSignal, getOwner, type Owner, runWithOwner, untrack } from "solid-js";
import { Anything, callApi } from "#session/api.ts";
import { openCatalogue } from "#session/create-catalogue.ts";
import { createSession, type SessionParts } from "#session/create-session.ts";
import { openDocuments } from "#session/open-documents.ts";
import { openTeamLink } from "#session/open-team-link.ts";
import { withFreshCopy } from "#session/recover.ts";
import type { Session } from "#session/session.tsx";
import {
	databaseNames,
	forgetWorkspace,
	type LocalWorkspace,
	type ServerWorkspace,
	type Workspace,
} from "#session/workspace.ts";
import { openCatalogueCache } from "#sync/catalogue-cache.ts";
import { lead } from "#sync/lead.ts";

export type OpenSession = { session: Session; close(): Promise<void> };

/**
 * Opens what this device holds of a workspace: first its databases, then the projections, the network last.
 *
 * Call it inside a root: `createRoot((dispose) => openSession(workspace))`. The projections live as long as that root;
 * `close` ends everything else, so call it first and dispose of the root then.
 *
 * @throws If a local workspace's database cannot be read: it must not look empty.
 */
export async function openSession(workspace: Workspace): Promise<OpenSession> {
	const owner = getOwner();
	if (owner === null) throw new Error("openSession: call it inside a root.");
	return workspace.kind === "local" ? openLocal(workspace, owner) : openServer(workspace, owner);
}

async function openLocal(workspace: LocalWorkspace, owner: Owner): Promise<OpenSession> {
	const [{ names, documents, catalogue, closeAll }, { startLocalRegistrar }] = await Promise.all([
		openDevice(workspace, workspace.id),
		import("#session/local-registrar.ts"), // a team's members need none
	]);
	if (!documents.areLoaded()) {
		await closeAll();
		throw new Error("openSession: the database of this workspace cannot be read.");
	}
	const session = inOwner(owner, {
		...documents,
		workspace: () => workspace,
		catalogueRows: catalogue.rows,
		importCatalogue: catalogue.replace,
		connection: () => ({ state: "local" }),
		syncNow: () => undefined,
		clockOffsetMs: () => 0,
		isClockKnown: () => false,
		presence: () => [],
		setPlace: () => undefined,
		leave: async () => forgetWorkspace(),
		now: Date.now,
	});
	let stopRegistrar = () => {};
	const stepDown = lead(`${names.plan}:registrar`, () => {
		stopRegistrar = startLocalRegistrar({
			...documents,
			partner: workspace.partner,
			catalogue: () => untrack(() => (session.hasCatalogue() ? session.catalogue() : undefined)),
			nowMs: Date.now,
		});
	});
	return {
		session,
		async close() {
			stopRegistrar();
			stepDown();
			await closeAll();
		},
	};
}

async function openServer(remembered: ServerWorkspace, owner: Owner): Promise<OpenSession> {
	const opened = withFreshCopy(remembered);
	const { names, documents, catalogue, closeAll } = await openDevice(opened, opened.info.team.partner.id);
	const [workspace, setWorkspace] = createSignal(opened);
	const refreshCatalogue = () => void catalogue.refresh("/api/catalogue");
	const link = openTeamLink({
		workspace: opened,
		setWorkspace,
		names,
		documents,
		onConnected: refreshCatalogue,
	});
	const session = inOwner(owner, {
		...documents,
		...link,
		workspace,
		catalogueRows: catalogue.rows,
		importCatalogue: () => Promise.reject(new Error("The catalogue of a team comes from its server.")),
		async leave() {
			await callApi(Anything, "POST", "/api/auth/sign-out", {});
			forgetWorkspace();
		},
		now: Date.now,
	});
	return {
		session,
		async close() {
			link.close();
			await closeAll();
		},
	};
}

/** @param catalogueOf Whose catalogue it is; the teams of one device may belong to servers with different ones. */
async function openDevice(workspace: Workspace, catalogueOf: string) {
	const names = databaseNames(workspace);
	const [documents, cache] = await Promise.all([
		openDocuments(names, workspace.kind === "server"),
		openCatalogueCache(`staffel/catalogue/${catalogueOf}`),
	]);
	const catalogue = await openCatalogue(cache);
	async function closeAll(): Promise<void> {
		await documents.close();
		cache.close();
	}
	return { names, documents, catalogue, closeAll };
}

/** After an `await` the owner is no longer the current one. */
function inOwner(owner: Owner, parts: SessionParts): Session {
	const session = runWithOwner(owner, () => createSession(parts));
	if (session === undefined) throw new Error("openSession: the root was disposed of meanwhile.");
	return session;
}
