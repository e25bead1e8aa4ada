import { CircleAlert, FilePlus } from "lucide";
import { Match, Show, Switch } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Banner } from "#ui/banner.tsx";
import type { Import } from "./create-import.ts";

/** What stands between the files and a preview: a missing file, files of two kinds, reading that broke off. */
export function ImportStatus(props: { imported: Import }) {
	const messages = useMessages();
	const words = () => messages().imports;
	const missingFile = () => {
		const job = props.imported.job();
		return job.kind === "incomplete" && !props.imported.isWorking() ? job.missing : undefined;
	};

	return (
		<>
			<p class="sr" role="status">
				<Show when={props.imported.isWorking()}>{words().working}</Show>
			</p>
			<Switch>
				<Match when={missingFile()}>
					{(file) => <Banner tone="info" icon={FilePlus} title={words().incomplete[file()]} />}
				</Match>
				<Match when={props.imported.job().kind === "mixed"}>
					<Banner tone="warn" icon={CircleAlert} title={words().mixed} urgent />
				</Match>
				<Match when={props.imported.outcome()?.kind === "failed"}>
					<Banner tone="bad" icon={CircleAlert} title={words().failed} urgent />
				</Match>
			</Switch>
		</>
	);
}
