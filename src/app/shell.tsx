import { Redo2, Undo2 } from "lucide";
import { createEffect, createSignal, type JSX, lazy, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useAccount } from "#session/account.tsx";
import type { Session } from "#session/session.tsx";
import { createMediaQuery, PHONE } from "#ui/create-media-query.ts";
import { createPageFrame, PageFrameProvider } from "#ui/page-frame.tsx";
import { useToasts } from "#ui/toast.tsx";
import { BottomNav } from "./bottom-nav.tsx";
import { ConnectionChip } from "./connection-chip.tsx";
import { createFrameKeys } from "./create-frame-keys.ts";
import { createPlaces } from "./create-places.ts";
import { createSyncWords } from "./create-sync-words.ts";
import { exportAll } from "./export-all.ts";
import { Notices } from "./notices.tsx";
import { Sidebar } from "./sidebar.tsx";
import { StorageBanner } from "./storage-banner.tsx";
import { Topbar } from "./topbar.tsx";
import { UserMenu } from "./user-menu.tsx";

// opened by some, seldom: not part of the first screen
const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));
const ShortcutsDialog = lazy(async () => ({
	default: (await import("./shortcuts-dialog.tsx")).ShortcutsDialog,
}));

type ShellProps = {
	/** `undefined` for an operator who belongs to no team. */
	session: Session | undefined;
	onLeave(): void;
	children?: JSX.Element;
};

/** The frame around every page: the way to all places, who is here, what is saved where. */
export function Shell(props: ShellProps) {
	const messages = useMessages();
	const account = useAccount();
	const toasts = useToasts();
	const session = props.session;
	const frame = createPageFrame();
	const sync = session && createSyncWords(session);
	const places = createPlaces(session, account);
	const isPhone = createMediaQuery(PHONE);
	const isNarrow = createMediaQuery("(max-width: 1359px)");
	const isMiddling = createMediaQuery("(max-width: 1599px)");

	const [palette, setPalette] = createSignal(false);
	const [shortcuts, setShortcuts] = createSignal(false);

	const words = () => messages().app;
	const isRail = () => isNarrow() || (isMiddling() && frame.hasPanel());
	const person = () => session?.me() ?? account.info()?.user ?? { id: "", name: "" };
	const about = () => {
		if (session?.kind === "local") return words().local;
		if (session === undefined) return words().places.operator;
		return session
			.me()
			.roles.map((role) => words().roles[role])
			.join(", ");
	};
	const openPalette = () => (session === undefined ? undefined : () => setPalette(true));

	createEffect(() => {
		const page = frame.page()?.title;
		document.title = page === undefined ? words().name : words().title(page);
	});
	createFrameKeys({
		places,
		openPalette: () => setPalette(session !== undefined),
		openShortcuts: () => setShortcuts(true),
		undo: () => step("undo"),
		redo: () => step("redo"),
	});

	function step(direction: "undo" | "redo") {
		const isUndo = direction === "undo";
		if (!(isUndo ? session?.undo.can() : session?.undo.canRedo())) return;
		session?.undo[direction]();
		const title = isUndo ? words().shortcuts.undone : words().shortcuts.redone;
		toasts.show({ tone: "neutral", icon: isUndo ? Undo2 : Redo2, title });
	}

	const userMenu = (small: boolean) => (
		<UserMenu
			person={person()}
			about={about()}
			small={small}
			leaveLabel={session?.kind === "local" ? words().leave : words().signOut}
			onShortcuts={() => setShortcuts(true)}
			onExport={session && (() => exportAll(session))}
			onLeave={() => props.onLeave()}
		/>
	);

	return (
		<PageFrameProvider value={frame}>
			<div class="app" data-nav={isRail() && !isPhone() ? "rail" : undefined}>
				<a class="skip" href="#main" rel="external">
					{words().skip}
				</a>
				<Show when={!isPhone()}>
					<Sidebar
						rail={isRail()}
						team={session?.partner().name ?? words().places.operator}
						places={places()}
						onSearch={openPalette()}
						user={userMenu(false)}
					/>
				</Show>
				<div class="sheet">
					<Topbar
						crumbs={frame.page()?.crumbs ?? []}
						colleagues={session?.colleagues() ?? []}
						sentPercent={sync?.sentPercent()}
						onShortcuts={() => setShortcuts(true)}
						chip={session && sync && <ConnectionChip session={session} sync={sync} />}
					/>
					{session && <StorageBanner session={session} />}
					<main id="main" class="content" tabindex={-1}>
						{props.children}
					</main>
				</div>
				<Show when={isPhone()}>
					<BottomNav places={places()} onSearch={openPalette()} user={userMenu(true)} />
				</Show>
			</div>
			{session && <Notices session={session} />}
			<Show when={palette() ? session : undefined}>
				{(open) => (
					<Palette
						session={open()}
						places={places()}
						onShortcuts={() => setShortcuts(true)}
						onClose={() => setPalette(false)}
					/>
				)}
			</Show>
			<Show when={shortcuts()}>
				<ShortcutsDialog places={places()} onClose={() => setShortcuts(false)} />
			</Show>
		</PageFrameProvider>
	);
}
