import { For, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { FileDrop } from "#ui/file-drop.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { CatalogueContent } from "./catalogue-content.tsx";
import { CatalogueResultCard } from "./catalogue-result-card.tsx";
import { createCatalogueImport } from "./create-catalogue-import.ts";
import "./import.css";

/** What this device knows of the catalogue; a local workspace imports it here, a server's operator imports it there. */
export function CataloguePage() {
	const session = useSession();
	const messages = useMessages();
	const imported = createCatalogueImport(session);

	const words = () => messages().imports.catalogue;
	const isLocal = session.kind === "local";

	usePage(() => ({ title: words().title, crumbs: [{ label: words().title }] }));

	return (
		<div class="page import">
			<div class="page-head">
				<div>
					<h1>{words().title}</h1>
					<p class="sub">{isLocal ? words().text : words().serverText}</p>
				</div>
			</div>
			<Show when={isLocal}>
				<FileDrop
					label={words().choose}
					hint={words().drop}
					accept=".csv,.txt,.tsv,text/csv"
					multiple
					busy={imported.reading() !== undefined}
					onFiles={(files) => void imported.add(files)}
				/>
				<p class="hint" role="status">
					<Show when={imported.reading()}>{(name) => words().reading(name())}</Show>
				</p>
			</Show>
			<For each={imported.results()}>{(result) => <CatalogueResultCard result={result} />}</For>
			<CatalogueContent catalogue={session.catalogue()} />
		</div>
	);
}
