import { For, Show } from "solid-js";
import type { Agreement, AgreementId } from "#domain/agreement.ts";
import { transferWindow } from "#domain/window.ts";
import { windowOpensOn } from "#domain/window-opens.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { createMediaQuery, PHONE } from "#ui/create-media-query.ts";
import { AgreementRow } from "./agreement-row.tsx";
import type { AgreementGroup } from "./create-transfer-list.ts";
import { axisMonths, placeOf } from "./transfer-axis.ts";
import "./agreements.css";

type AgreementListProps = {
	groups: readonly AgreementGroup[];
	outside: readonly Agreement[];
	isTicked(id: AgreementId): boolean;
	onTick(id: AgreementId, ticked: boolean): void;
};

/** The agreements in the window on a common time axis, to be ticked; the others, with the reason, in a fold. */
export function AgreementList(props: AgreementListProps) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const phone = createMediaQuery(PHONE);

	const words = () => messages().transfers.agreements;
	const today = () => session.today();
	const span = () => transferWindow(today());
	const windowText = () => {
		const [from, to] = [format().day(span().from), format().day(span().to)];
		return phone() ? words().windowShort(from, to) : words().window(from, to);
	};

	return (
		<section class="block">
			<fieldset>
				<legend class="block-head">
					<h2>{words().title}</h2>
					<span class="t-3 fs-12">{windowText()}</span>
				</legend>
				<Show when={props.groups.length > 0}>
					<div class="agr">
						<div class="axis agr-axis" aria-hidden="true">
							<For each={axisMonths(today())}>
								{(month) => <span style={{ "--a": `${month.at}%` }}>{format().month(month.day)}</span>}
							</For>
						</div>
						<div class="agr-plot" aria-hidden="true">
							<div class="gridlines">
								<For each={axisMonths(today())}>{(month) => <i style={{ "--a": `${month.at}%` }} />}</For>
							</div>
						</div>
						<For each={props.groups}>
							{(group) => (
								<AgreementRow
									group={group}
									ticked={props.isTicked(group.agreement.id)}
									onTick={(ticked) => props.onTick(group.agreement.id, ticked)}
								/>
							)}
						</For>
						<div class="agr-plot" aria-hidden="true">
							<div class="gridlines">
								<i class="today" style={{ "--a": `${placeOf(today(), today())}%` }} />
							</div>
							<span class="today-flag" style={{ "--a": `${placeOf(today(), today())}%` }}>
								{words().today}
							</span>
						</div>
					</div>
				</Show>
			</fieldset>
			<Show when={props.outside.length > 0}>
				<details class="outside" open={props.groups.length === 0}>
					<summary>{words().outside(props.outside.length)}</summary>
					<ul>
						<For each={props.outside}>{(agreement) => <OutsideItem agreement={agreement} />}</For>
					</ul>
				</details>
			</Show>
		</section>
	);
}

function OutsideItem(props: { agreement: Agreement }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const reason = () => {
		const words = messages().transfers.agreements;
		const end = props.agreement.endsOn;
		if (end < session.today()) return words.tooLate(format().day(end));
		return words.tooEarly(format().day(end), format().day(windowOpensOn(end)));
	};

	return (
		<li>
			<span class="mono outside-number">{props.agreement.number}</span>
			<span>{messages().transfers.agreements.subscriptions(props.agreement.lines.length)}</span>
			<span>{reason()}</span>
		</li>
	);
}
