import { createMemo, Show } from "solid-js";
import { companyInitials } from "#domain/company-initials.ts";
import { useFormat } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { lineState } from "#session/line-state.ts";
import { type Session, useSession } from "#session/session.tsx";
import type { CustomerEntry } from "./create-customer-list.ts";
import { EndAxis } from "./end-axis.tsx";
import { HereNow } from "./here-now.tsx";
import { NextEnd } from "./next-end.tsx";
import { NoEnding } from "./no-ending.tsx";
import { SeatsMeter } from "./seats-meter.tsx";
import { StandingLabel } from "./standing-label.tsx";
import { type Summary, summarise } from "./summarise.ts";

/** One customer as a table row. `index` counts from 0. */
export function CustomerRow(props: { entry: CustomerEntry; index: number }) {
	const session = useSession();
	const format = useFormat();

	const customer = () => props.entry.customer;
	const summary = createMemo(() => summaryOf(session, props.entry));

	return (
		<tr
			data-index={props.index}
			data-dim={props.entry.standing === "other-region" ? "" : undefined}
			aria-rowindex={props.index + 2}
		>
			<th scope="row">
				<span class="who">
					<span class="monogram" aria-hidden="true">
						{companyInitials(customer().name)}
					</span>
					<a href={paths.transfers(customer().id)} class="truncate name" title={customer().name}>
						{customer().name}
					</a>
				</span>
			</th>
			<td>
				<StandingLabel standing={props.entry.standing} />
			</td>
			<td>
				<Show when={customer().country}>
					{(country) => (
						<span class="truncate">
							{country()} <span class="sub">{customer().city ?? format().country(country())}</span>
						</span>
					)}
				</Show>
			</td>
			<Show
				when={props.entry.ending[0]}
				fallback={
					<td colspan={4}>
						<NoEnding entry={props.entry} />
					</td>
				}
			>
				{(next) => (
					<>
						<td class="r">{format().number(props.entry.ending.length)}</td>
						<td>
							<EndAxis marks={summary().marks} />
						</td>
						<td>
							<NextEnd agreement={next()} summary={summary()} />
						</td>
						<td>
							<SeatsMeter seats={summary().seats} />
						</td>
					</>
				)}
			</Show>
			<td>
				<HereNow customerId={customer().id} />
			</td>
		</tr>
	);
}

/** Tracks what the states of the customer's lines follow from. */
export function summaryOf(session: Session, entry: CustomerEntry): Summary {
	return summarise(entry.ending, (agreement, line) => lineState(session, entry.customer, agreement, line));
}
