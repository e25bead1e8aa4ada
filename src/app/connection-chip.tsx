import { useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";
import { Popover } from "#ui/popover.tsx";
import { SyncChip } from "#ui/sync-chip.tsx";
import { ConnectionDetails } from "./connection-details.tsx";
import type { SyncWords } from "./create-sync-words.ts";

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
				{(close) => <ConnectionDetails session={props.session} sync={props.sync} onClose={close} />}
			</Popover>
		</>
	);
}
