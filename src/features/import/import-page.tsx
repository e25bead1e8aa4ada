import { Match, Show, Switch } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { FileDrop } from "#ui/file-drop.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { createImport } from "./create-import.ts";
import { FileList } from "./file-list.tsx";
import { ImportDone } from "./import-done.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportStatus } from "./import-status.tsx";
import { StatementCheck } from "./statement-check.tsx";
import "./import.css";

/** Brings agreements from somebody's export into the plan: choose, look, answer, import, undo. */
export function ImportPage() {
	const session = useSession();
	const messages = useMessages();
	const imported = createImport(session);

	const words = () => messages().imports;

	usePage(() => ({ title: words().title, crumbs: [{ label: words().title }] }));

	return (
		<div class="page import">
			<div class="page-head">
				<div>
					<h1>{words().title}</h1>
					<p class="sub">{words().text}</p>
				</div>
			</div>
			<Show when={imported.applied()}>
				{(applied) => <ImportDone applied={applied()} onAgain={imported.restart} />}
			</Show>
			<Show when={imported.applied() === undefined}>
				<FileDrop
					label={words().choose}
					hint={words().drop}
					accept=".csv,.txt,.tsv,text/csv"
					multiple
					onFiles={(files) => void imported.add(files)}
				/>
				<Show when={imported.files().length > 0} fallback={<Kinds />}>
					<FileList files={imported.files()} onRemove={(key) => void imported.remove(key)} />
				</Show>
				<ImportStatus imported={imported} />
				<Switch>
					<Match when={imported.job().kind === "agreements" || imported.job().kind === "contracts"}>
						<ImportPreview imported={imported} />
					</Match>
					<Match when={statementOf(imported.outcome())}>
						{(statement) => <StatementCheck statement={statement()} />}
					</Match>
				</Switch>
			</Show>
		</div>
	);
}

function Kinds() {
	const messages = useMessages();
	const words = () => messages().imports.kinds;

	return (
		<section class="import-kinds" aria-label={words().label}>
			<h2>{words().label}</h2>
			<ul>
				<li>{words().agreements}</li>
				<li>{words().contracts}</li>
				<li>{words().statement}</li>
			</ul>
		</section>
	);
}

function statementOf(outcome: ReturnType<ReturnType<typeof createImport>["outcome"]>) {
	return outcome?.kind === "statement" ? outcome.statement : undefined;
}
