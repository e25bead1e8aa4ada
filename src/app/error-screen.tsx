import { Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import { EntryCard } from "#ui/entry-card.tsx";
import { exportAll } from "./export-all.ts";

/** Instead of a page that threw: nothing is lost, and everything can be taken along. */
export function ErrorScreen(props: { error: unknown; session: Session | undefined }) {
	const messages = useMessages();
	const words = () => messages().app.error;

	return (
		<div class="error-screen" role="alert">
			<EntryCard title={words().title} text={words().text}>
				<div class="form-foot">
					<Button variant="primary" onClick={() => location.reload()}>
						{words().reload}
					</Button>
					<Show when={props.session}>
						{(session) => <Button onClick={() => exportAll(session())}>{words().export}</Button>}
					</Show>
				</div>
				<details>
					<summary>{words().details}</summary>
					<pre>
						{props.error instanceof Error ? (props.error.stack ?? props.error.message) : String(props.error)}
					</pre>
				</details>
			</EntryCard>
		</div>
	);
}
