import { HardDrive, type IconNode, Server } from "lucide";
import { createMemo, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { Connection } from "#session/connection.ts";
import type { Session } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import { Progress } from "#ui/progress.tsx";
import { ConnectionActions } from "./connection-actions.tsx";
import { ConnectionFacts } from "./connection-facts.tsx";
import type { SyncWords } from "./create-sync-words.ts";
import { waitingList } from "./waiting-list.ts";

type Head = { readonly icon: IconNode; readonly tone: string; readonly title: string; readonly text: string };

/** What is saved where, what waits, and what one can do about it. Made when it opens. */
export function ConnectionDetails(props: { session: Session; sync: SyncWords; onClose(): void }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().app.connection;
	const number = (value: number) => format().number(value);
	const waiting = createMemo(() => waitingList(props.session));
	const lastCommit = createMemo(() => {
		let last: { commitNumber: number; at: string } | undefined;
		for (const commit of props.session.commitments().values()) {
			if (last === undefined || commit.at > last.at) last = commit;
		}
		return last;
	});
	const head = createMemo((): Head => {
		const { state, unsent, secondsLeft, icon } = props.sync;
		switch (state()) {
			case "local":
				return { icon: HardDrive, tone: "t-3", ...words().local };
			case "synced":
				return { icon: icon(), tone: "t-ok", title: words().synced.title, text: commitText() };
			case "syncing":
				return { icon: icon(), tone: "t-info", ...words().syncing };
			case "offline": {
				const { nothing, nothingText, title, text } = words().offline;
				return {
					icon: icon(),
					tone: "t-local",
					title: unsent() === 0 ? nothing : title(number(unsent()), unsent() === 1),
					text: waiting().length === 0 ? nothingText : text,
				};
			}
			case "unreachable": {
				const { title, text, now } = words().unreachable;
				const left = secondsLeft();
				return { icon: Server, tone: "t-local", title, text: left > 0 ? text(number(left)) : now };
			}
			case "sign-in":
				return { icon: icon(), tone: "t-warn", ...words().signIn };
			case "refused":
				return { icon: icon(), tone: "t-bad", ...words().refused[refusalKind(props.session.connection())] };
		}
	});

	function commitText(): string {
		const last = lastCommit();
		const { none, text } = words().synced;
		return last === undefined ? none : text(number(last.commitNumber), format().time(last.at));
	}

	return (
		<>
			<div class="pop-head">
				<span class={head().tone}>
					<Icon of={head().icon} />
				</span>
				<b>{head().title}</b>
				<p>{head().text}</p>
			</div>
			<Show when={props.sync.state() === "syncing"}>
				<Progress
					label={words().syncing.progress}
					tone="info"
					value={props.sync.most() - props.sync.unsent()}
					max={props.sync.most()}
				/>
			</Show>
			<ConnectionFacts session={props.session} sync={props.sync} waiting={waiting()} />
			<ConnectionActions session={props.session} state={props.sync.state()} onClose={() => props.onClose()} />
		</>
	);
}

/** Whether the copy, the membership or the app is what the server does not take. */
function refusalKind(connection: Connection): "copy" | "team" | "old" {
	if (connection.state !== "refused") return "copy";
	if (["no-team", "gone", "forbidden"].includes(connection.code)) return "team";
	return connection.code === "client-too-old" ? "old" : "copy";
}
