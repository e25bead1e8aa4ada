import { Equal } from "lucide";
import { createMemo, Show } from "solid-js";
import { licenceBounds } from "#domain/licences.ts";
import { type BillingPlan, Term, type Terms } from "#domain/schedule.ts";
import { isEndOfSale } from "#domain/sku.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import type { HeldBy } from "#ui/field.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Stepper } from "#ui/stepper.tsx";
import { neighboursOf } from "./alignment.ts";
import { AlignmentFigure } from "./alignment-figure.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { EndDateField } from "./end-date-field.tsx";
import { PriceSum } from "./price-sum.tsx";
import { editTerms } from "./schedule-commands.ts";
import { subscriptionName } from "./subscription-name.ts";
import { formTerms, legalChoices, termsAsk } from "./terms-form.ts";
import { WhatHappens } from "./what-happens.tsx";

export type TermsField = keyof Terms;

type ScheduleFormProps = {
	row: SubscriptionRow;
	/** All rows of the customer: what the end date can be aligned with. */
	rows: readonly SubscriptionRow[];
	/** Shown, not edited. */
	locked: boolean;
	/** The colleague who is in a field now. */
	heldBy(field: TermsField): HeldBy | undefined;
	onField(field: TermsField | undefined): void;
};

const PLANS: readonly BillingPlan[] = ["monthly", "annual"];

/** Term, licences, billing plan and end date with what follows from them. Every change is a draft at once. */
export function ScheduleForm(props: ScheduleFormProps) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel;
	const terms = () => formTerms(session, props.row);
	const ask = createMemo(() => termsAsk(session, props.row));
	const legal = createMemo(() => legalChoices(session, props.row));
	const bounds = () => licenceBounds(ask()?.catalogue, ask()?.sku);
	const neighbours = createMemo(() => neighboursOf(session, props.rows, props.row));
	const termOptions = () =>
		Term.options.map((value) => ({
			value,
			label: messages().transfers.term[value],
			disabled: !legal().some((choice) => choice.term === value),
		}));
	const planOptions = () =>
		[...PLANS, ...(terms().term === "P3Y" ? (["triennial"] as const) : [])].map((value) => ({
			value,
			label: messages().transfers.planTitle[value],
			disabled: !legal().some((choice) => choice.term === terms().term && choice.billingPlan === value),
		}));
	const missingTerms = () =>
		termOptions()
			.filter((option) => option.disabled)
			.map((option) => words().noTerm(option.label))
			.join(" ");
	const missingPlans = () =>
		planOptions()
			.filter((option) => option.disabled)
			.map((option) => words().noPlan(option.label, messages().transfers.term[terms().term]))
			.join(" ");
	const difference = () => terms().quantity - props.row.line.quantity;
	const endOfSale = () => {
		const { catalogue, sku, market } = ask() ?? {};
		return catalogue !== undefined && sku !== undefined && market !== undefined
			? isEndOfSale(catalogue, sku, market)
			: false;
	};

	function change(changes: Partial<Terms>) {
		editTerms(session, props.row, changes);
	}

	function focusing(field: TermsField) {
		return {
			heldBy: props.heldBy(field),
			onFocus: () => {
				session.startStep(); // undoing takes back one field's edit, not the whole visit
				props.onField(field);
			},
			onBlur: () => props.onField(undefined),
		};
	}

	function licencesHint(): string {
		const n = format().number(Math.abs(difference()));
		if (difference() === 0) return words().sameAsEa;
		return difference() > 0 ? words().moreThanEa(n) : words().lessThanEa(n);
	}

	return (
		<>
			<Segmented
				label={words().term}
				value={terms().term}
				options={termOptions()}
				disabled={props.locked}
				hint={missingTerms() || undefined}
				{...focusing("term")}
				onChange={(term) => change({ term })}
			/>
			<div class="two" data-wide={planOptions().length > 2 ? "" : undefined}>
				<Stepper
					label={words().licences}
					value={terms().quantity}
					min={bounds().min}
					max={bounds().max}
					fewer={words().fewer}
					more={words().more}
					disabled={props.locked}
					hint={licencesHint()}
					hintTone={difference() === 0 ? "ok" : "warn"}
					hintIcon={difference() === 0 ? Equal : undefined}
					error={licencesError()}
					{...focusing("quantity")}
					onChange={(quantity) => change({ quantity })}
				/>
				<Segmented
					label={words().billingPlan}
					value={terms().billingPlan}
					options={planOptions()}
					disabled={props.locked}
					hint={missingPlans() || undefined}
					{...focusing("billingPlan")}
					onChange={(billingPlan) => change({ billingPlan })}
				/>
			</div>
			<Show when={ask()}>
				{(known) => (
					<>
						<EndDateField
							start={known().start}
							terms={terms()}
							ownEnds={known().ownEnds}
							neighbours={neighbours()}
							disabled={props.locked}
							{...focusing("endsOn")}
							onChange={(endsOn) => change({ endsOn })}
						/>
						<AlignmentFigure
							row={props.row}
							name={subscriptionName(session, props.row.line)}
							start={known().start}
							terms={terms()}
							neighbours={neighbours()}
						/>
						<PriceSum ask={known()} terms={terms()} />
						<WhatHappens row={props.row} endOfSale={endOfSale()} />
					</>
				)}
			</Show>
		</>
	);

	function licencesError(): string | undefined {
		const { min, max } = bounds();
		const { quantity } = terms();
		if (quantity >= min && quantity <= max) return undefined;
		return words().bounds(format().number(min), format().number(max));
	}
}
