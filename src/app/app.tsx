import { Router } from "@solidjs/router";
import { onMount, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { SessionInfo } from "#protocol/api.ts";
import { AccountProvider } from "#session/account.tsx";
import { type Session, SessionProvider } from "#session/session.tsx";
import { createToasts, ToastProvider } from "#ui/toast.tsx";
import { createAccount } from "./create-account.ts";
import { type OpenWorkspace, routes } from "./routes.tsx";
import { promptForUpdates } from "./update-prompt.ts";

type AppProps = {
	/** `undefined` on a device without a workspace. */
	session: Session | undefined;
	/** Who is signed in, if the server was asked. */
	info: SessionInfo | undefined;
	onOpen: OpenWorkspace;
	/** Leaves the workspace or signs the operator out. */
	onLeave(signOut: () => Promise<void>): void;
};

/** Everything below the words. Another session comes with another `App`. */
export function App(props: AppProps) {
	const messages = useMessages();
	const account = createAccount(props.info);
	const toasts = createToasts();

	onMount(() => void promptForUpdates(toasts, () => messages().app.update));

	const pages = () => (
		<Router>
			{routes({
				session: props.session,
				info: props.info,
				onOpen: props.onOpen,
				onLeave: () => props.onLeave(account.signOut),
			})}
		</Router>
	);

	return (
		<AccountProvider value={account}>
			<ToastProvider toasts={toasts} label={messages().app.notifications} closeLabel={messages().app.close}>
				<Show when={props.session} fallback={pages()} keyed>
					{(session) => <SessionProvider value={session}>{pages()}</SessionProvider>}
				</Show>
			</ToastProvider>
		</AccountProvider>
	);
}
