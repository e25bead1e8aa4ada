import { createRoot } from "solid-js";
import { render } from "solid-js/web";
import { loadMessages, MessagesProvider, preferredLocale } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { SessionInfo } from "#protocol/api.ts";
import { callApi } from "#session/api.ts";
import type { Session } from "#session/session.tsx";
import { readWorkspace, rememberWorkspace, type Workspace } from "#session/workspace.ts";
import { App } from "./app.tsx";
import { keepLeft, removeLeft } from "./left-workspaces.ts";
import { applyTheme } from "./theme.ts";
import "#ui/styles/styles.css";

let dispose: (() => void) | undefined;

/** Renders what this device has: its workspace, or the first screen. Waits for the network only where nothing is here. */
async function start(fill?: (session: Session) => Promise<void>): Promise<void> {
	const locale = preferredLocale();
	const workspace = readWorkspace();
	const [messages, session, info] = await Promise.all([
		loadMessages(locale),
		workspace && openSession(workspace),
		workspace === undefined ? whoIsHere() : undefined,
	]);
	if (session !== undefined) await fill?.(session);
	dispose?.();
	const root = document.getElementById("root");
	if (root === null) throw new Error("index.html has no element #root.");
	dispose = render(
		() => (
			<MessagesProvider locale={locale} messages={messages}>
				<App
					session={session}
					info={info}
					onOpen={openWorkspace}
					onLeave={(signOut) => void leave(session, signOut)}
				/>
			</MessagesProvider>
		),
		root,
	);
}

/** Yjs and what belongs to it are loaded only when there is something to open; it stays open until the page is left. */
async function openSession(workspace: Workspace): Promise<Session> {
	const { openSession: open } = await import("./open-session.ts");
	const { session } = await createRoot(() => open(workspace));
	return session;
}

async function whoIsHere(): Promise<SessionInfo | undefined> {
	const result = await callApi(SessionInfo, "GET", "/api/session");
	return result.ok ? result.value : undefined;
}

async function openWorkspace(
	workspace: Workspace,
	fill?: (session: Session) => Promise<void>,
): Promise<void> {
	rememberWorkspace(workspace);
	if (workspace.kind === "local") removeLeft(workspace.id);
	history.replaceState(null, "", paths.customers());
	await start(fill);
}

async function leave(session: Session | undefined, signOut: () => Promise<void>): Promise<void> {
	const workspace = readWorkspace();
	await (session === undefined ? signOut() : session.leave());
	if (workspace?.kind === "local") keepLeft(workspace);
	location.assign(paths.home());
}

applyTheme();
await start();
