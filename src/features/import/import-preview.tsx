import { Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { ColumnMapping } from "./column-mapping.tsx";
import type { Import } from "./create-import.ts";
import { CustomerChoices } from "./customer-choices.tsx";
import { DateQuestions } from "./date-questions.tsx";
import { ImportCounts } from "./import-counts.tsx";
import { RejectedTable } from "./rejected-table.tsx";

/** What an import would bring: questions first, then counts, rejected rows and agreements, and the one action. */
export function ImportPreview(props: { imported: Import }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports;
	const agreementsFile = () => {
		const job = props.imported.job();
		return job.kind === "agreements" ? job.file : undefined;
	};
	const written = () => {
		const changes = props.imported.changes();
		if (changes === undefined) return { agreements: 0, all: 0 };
		const agreements = changes.agreements.new + changes.agreements.changed;
		return { agreements, all: agreements + changes.customers.new + changes.customers.changed };
	};
	const blocked = () => {
		if (props.imported.missing().length > 0) return words().blocked.columns;
		if (props.imported.openQuestions() > 0) return words().blocked.questions;
		if ((props.imported.plan()?.agreements.length ?? 0) === 0) return words().blocked.nothing;
		return written().all === 0 ? words().blocked.unchanged : undefined;
	};

	return (
		<>
			<Show when={agreementsFile()}>
				{(file) => (
					<ColumnMapping
						header={file().header}
						mapping={props.imported.mapping()}
						missing={props.imported.missing()}
						onMap={(field, index) => void props.imported.mapColumn(field, index)}
					/>
				)}
			</Show>
			<Show when={props.imported.plan()}>
				{(plan) => (
					<div class="import-preview" aria-busy={props.imported.isWorking()}>
						<DateQuestions
							questions={plan().questions}
							answers={props.imported.answers()}
							onAnswer={(ids, order) => void props.imported.answer(ids, order)}
						/>
						<Show when={props.imported.settled()}>
							{(settled) => (
								<CustomerChoices plan={plan()} settled={settled()} onChoose={props.imported.chooseCustomer} />
							)}
						</Show>
						<Show when={props.imported.changes()}>
							{(changes) => <ImportCounts plan={plan()} changes={changes()} />}
						</Show>
						<RejectedTable rows={plan().rejected} />
						<Show when={props.imported.settled()}>
							{(settled) => (
								<AgreementTable
									settled={settled()}
									changeById={props.imported.changes()?.changeById ?? new Map()}
								/>
							)}
						</Show>
						<div class="import-foot">
							<Button variant="primary" disabledReason={blocked()} onClick={props.imported.apply}>
								{words().apply(format().number(written().agreements), written().agreements === 1)}
							</Button>
						</div>
					</div>
				)}
			</Show>
		</>
	);
}
