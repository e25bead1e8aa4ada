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
	const brought = () => {
		const settled = props.imported.settled();
		const changes = props.imported.changes();
		return settled && changes && { settled, changes };
	};
	const written = (of: "agreements" | "customers") => {
		const changes = props.imported.changes()?.[of];
		return changes === undefined ? 0 : changes.new + changes.changed;
	};
	const action = () => {
		if (props.imported.isApplying()) return words().importing;
		const agreements = written("agreements");
		const customers = written("customers");
		if (agreements > 0) return words().apply(format().number(agreements), agreements === 1);
		if (customers > 0) return words().applyCustomers(format().number(customers), customers === 1);
		return words().applyNothing;
	};
	const blocked = () => {
		if (props.imported.missing().length > 0) return words().blocked.columns;
		if (props.imported.isWorking()) return words().working;
		if (props.imported.openQuestions() > 0) return words().blocked.questions;
		if ((props.imported.plan()?.agreements.length ?? 0) === 0) return words().blocked.nothing;
		return written("agreements") + written("customers") === 0 ? words().blocked.unchanged : undefined;
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
						<Show when={brought()}>
							{(current) => (
								<>
									<CustomerChoices
										plan={plan()}
										settled={current().settled}
										onChoose={props.imported.chooseCustomer}
									/>
									<ImportCounts plan={plan()} settled={current().settled} changes={current().changes} />
								</>
							)}
						</Show>
						<RejectedTable rows={plan().rejected} />
						<Show when={brought()}>
							{(current) => (
								<AgreementTable settled={current().settled} changeById={current().changes.changeById} />
							)}
						</Show>
						<div class="import-foot">
							<Button
								variant="primary"
								disabledReason={blocked()}
								aria-busy={props.imported.isApplying()}
								onClick={() => void props.imported.apply()}
							>
								{action()}
							</Button>
						</div>
					</div>
				)}
			</Show>
		</>
	);
}
