import { CircleHelp } from "lucide";
import { createMemo, For, Show } from "solid-js";
import type { DateAnswers, DateQuestion } from "#domain/import/import-plan.ts";
import type { DateOrder } from "#domain/import/read-day.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { createLimit, MoreRows } from "./more-rows.tsx";

type DateQuestionsProps = {
	questions: readonly DateQuestion[];
	answers: DateAnswers;
	onAnswer(ids: readonly string[], order: DateOrder): void;
};

/** Days that can be read in two ways, one question for each agreement, and one answer for all of a column. */
export function DateQuestions(props: DateQuestionsProps) {
	const messages = useMessages();
	const format = useFormat();
	const limit = createLimit(20, () => props.questions.length);

	const words = () => messages().imports.questions;
	/** An answer reads the file anew: the same questions keep their rows, and the focus stays. */
	const questions = createMemo(() => props.questions, undefined, { equals: isSameList });
	const columns = () => [...new Set(questions().map((question) => question.column))];
	const idsOf = (column: string) =>
		questions()
			.filter((question) => question.column === column)
			.map(({ id }) => id);
	const commonAnswer = (column: string) => {
		const given = new Set(idsOf(column).map((id) => props.answers[id]));
		return given.size === 1 ? [...given][0] : undefined;
	};
	const lines = (question: DateQuestion) => {
		const shown = question.rows.slice(0, 5).map((row) => format().number(row));
		return question.rows.length > shown.length ? `${shown.join(", ")} …` : shown.join(", ");
	};

	return (
		<Show when={questions().length > 0}>
			<section class="card import-questions" aria-labelledby="import-questions">
				<div class="card-head">
					<Icon of={CircleHelp} />
					<h2 id="import-questions">
						{words().title(format().number(questions().length), questions().length === 1)}
					</h2>
					<span class="end">{words().text}</span>
				</div>
				<ul>
					<Show when={questions().length > columns().length}>
						<For each={columns()}>
							{(column) => (
								<li>
									<div class="import-question">
										<b>{column}</b>
										<p class="t-3">{words().all}</p>
									</div>
									<DateChoice
										label={`${column}: ${words().all}`}
										value={commonAnswer(column)}
										word={(order) => words()[order]}
										onChoose={(order) => props.onAnswer(idsOf(column), order)}
									/>
								</li>
							)}
						</For>
					</Show>
					<For each={questions().slice(0, limit.shown())}>
						{(question) => (
							<li>
								<div class="import-question">
									<b>{question.value}</b>
									<p class="t-3">
										{words().agreement(question.customer, question.agreement)} ·{" "}
										{words().where(question.column, lines(question), question.rows.length === 1)}
									</p>
								</div>
								<DateChoice
									label={`${question.value}, ${words().agreement(question.customer, question.agreement)}`}
									value={props.answers[question.id]}
									word={(order) => format().day(question.readings[order])}
									onChoose={(order) => props.onAnswer([question.id], order)}
								/>
							</li>
						)}
					</For>
				</ul>
				<MoreRows limit={limit} />
			</section>
		</Show>
	);
}

type DateChoiceProps = {
	label: string;
	value: DateOrder | undefined;
	word(order: DateOrder): string;
	onChoose(order: DateOrder): void;
};

function DateChoice(props: DateChoiceProps) {
	const orders = ["day-first", "month-first"] as const;
	const options = () => orders.map((order) => ({ value: order, label: props.word(order) }));

	return (
		<Segmented<DateOrder | "">
			label={props.label}
			hideLabel
			value={props.value ?? ""}
			options={options()}
			onChange={(order) => order !== "" && props.onChoose(order)}
		/>
	);
}

function isSameList(before: readonly DateQuestion[], after: readonly DateQuestion[]): boolean {
	return before.length === after.length && before.every((question, at) => question.id === after[at]?.id);
}
