import { Match, Switch } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { Session } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import type { SyncWords } from "./create-sync-words.ts";
import { exportAll } from "./export-all.ts";

type ConnectionActionsProps = { session: Session; state: ReturnType<SyncWords["state"]>; onClose(): void };

/** What one can do about the connection as it is now. */
export function ConnectionActions(props: ConnectionActionsProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().app.connection;
	const offlineSince = () => {
		const connection = props.session.connection();
		return connection.state === "offline" ? connection.since : undefined;
	};

	return (
		<Switch>
			<Match when={props.state === "synced"}>
				<div class="pop-foot">
					<Button size="sm" onClick={() => props.session.syncNow()}>
						{words().synced.syncNow}
					</Button>
					<span class="end-auto">{words().synced.worksOffline}</span>
				</div>
			</Match>
			<Match when={offlineSince()}>
				{(since) => <div class="pop-foot">{words().offline.since(format().time(since()))}</div>}
			</Match>
			<Match when={props.state === "unreachable"}>
				<div class="pop-foot">
					<Button size="sm" onClick={() => props.session.syncNow()}>
						{words().unreachable.tryNow}
					</Button>
				</div>
			</Match>
			<Match when={props.state === "sign-in"}>
				<div class="pop-foot">
					<ButtonLink size="sm" variant="primary" href={paths.signIn()}>
						{words().signIn.action}
					</ButtonLink>
				</div>
			</Match>
			<Match when={props.state === "refused"}>
				<div class="pop-foot">
					<Button
						size="sm"
						variant="primary"
						onClick={() => {
							exportAll(props.session);
							props.onClose();
						}}
					>
						{words().refused.export}
					</Button>
					<Button size="sm" variant="ghost" onClick={() => location.reload()}>
						{words().refused.reload}
					</Button>
				</div>
			</Match>
		</Switch>
	);
}
