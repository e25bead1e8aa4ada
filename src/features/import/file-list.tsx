import { CircleAlert, FileCheck, LoaderCircle, X } from "lucide";
import { For, Match, Switch } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { Progress } from "#ui/progress.tsx";
import type { ImportFile } from "./job.ts";

/** The chosen files: what each was recognised as, or why it takes no part. */
export function FileList(props: { files: readonly ImportFile[]; onRemove(key: string): void }) {
	const messages = useMessages();

	return (
		<ul class="import-files" aria-label={messages().imports.files}>
			<For each={props.files}>
				{(file) => (
					<li data-state={file.state}>
						<FileState file={file} />
						<Button
							variant="ghost"
							size="sm"
							icon={X}
							label={messages().imports.file.remove(file.name)}
							onClick={() => props.onRemove(file.key)}
						/>
					</li>
				)}
			</For>
		</ul>
	);
}

function FileState(props: { file: ImportFile }) {
	const messages = useMessages();
	const format = useFormat();
	const words = () => messages().imports;
	const known = () => (props.file.state === "known" ? props.file : undefined);
	const refused = () => (props.file.state === "refused" ? props.file : undefined);
	const share = () => (props.file.state === "reading" ? Math.round(100 * props.file.share) : 100);

	return (
		<Switch
			fallback={
				<>
					<Icon of={LoaderCircle} spin />
					<b>{props.file.name}</b>
					<span class="t-2">{words().file.reading(format().percent(share()))}</span>
					<Progress label={props.file.name} value={share()} max={100} />
				</>
			}
		>
			<Match when={known()}>
				{(file) => (
					<>
						<Icon of={FileCheck} />
						<b>{file().name}</b>
						<span>{words().shapes[file().shape]}</span>
						<span class="t-3 num">
							{words().catalogue.rows(format().number(file().rows), file().rows === 1)}
						</span>
					</>
				)}
			</Match>
			<Match when={refused()}>
				{(file) => (
					<>
						<Icon of={CircleAlert} />
						<b>{file().name}</b>
						<span role="alert">{words().refused[file().reason]}</span>
					</>
				)}
			</Match>
		</Switch>
	);
}
