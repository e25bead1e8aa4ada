import { OctagonAlert } from "lucide";
import { ErrorBoundary, lazy, Suspense } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import { Popover } from "#ui/popover.tsx";
import { SyncChip } from "#ui/sync-chip.tsx";
import type { SyncWords } from "./create-sync-words.ts";

// one click away: not part of the first screen
const ConnectionDetails = lazy(async () => ({
	default: (await import("./connection-details.tsx")).ConnectionDetails,
}));

/** The stylesheet's names of the states that share a tint. */
const TINTS: Partial<Record<ReturnType<SyncWords["state"]>, string>> = {
	unreachable: "offline",
	"sign-in": "signin",
};

/** What is saved where, in two words; its details are one click away. */
export function ConnectionChip(props: { session: Session; sync: SyncWords }) {
	const messages = useMessages();

	return (
		<>
			{/* Only the state is announced, not every second of a countdown. */}
			<span class="sr" role="status">
				{props.sync.label()}
			</span>
			<Popover
				label={messages().app.connection.label}
				class="pop"
				trigger={(trigger) => (
					<SyncChip
						{...trigger}
						state={TINTS[props.sync.state()] ?? props.sync.state()}
						icon={props.sync.icon()}
						busy={props.sync.state() === "syncing"}
						label={props.sync.label()}
						detail={props.sync.detail()}
					/>
				)}
			>
				{(close) => (
					<ErrorBoundary fallback={<NotLoaded />}>
						<Suspense>
							<ConnectionDetails session={props.session} sync={props.sync} onClose={close} />
						</Suspense>
					</ErrorBoundary>
				)}
			</Popover>
		</>
	);
}

/** Without a network, where the browser keeps no copy of the app. */
function NotLoaded() {
	const messages = useMessages();
	const words = () => messages().app.connection.notLoaded;

	return (
		<div class="pop-head">
			<span class="t-warn">
				<Icon of={OctagonAlert} />
			</span>
			<b>{words().title}</b>
			<p>{words().text}</p>
		</div>
	);
}
