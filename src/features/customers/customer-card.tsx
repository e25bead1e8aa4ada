import { createMemo, Show } from "solid-js";
import { companyInitials } from "#domain/company-initials.ts";
import { useFormat } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useSession } from "#session/session.tsx";
import type { CustomerEntry } from "./create-customer-list.ts";
import { summaryOf } from "./customer-row.tsx";
import { EndAxis } from "./end-axis.tsx";
import { HereNow } from "./here-now.tsx";
import { NextEnd } from "./next-end.tsx";
import { NoEnding } from "./no-ending.tsx";
import { SeatsMeter } from "./seats-meter.tsx";
import { StandingLabel } from "./standing-label.tsx";
import "./customer-card.css";

/** One customer in the list that phones show. `index` counts from 0. */
export function CustomerCard(props: { entry: CustomerEntry; index: number; count: number }) {
	const session = useSession();
	const format = useFormat();

	const customer = () => props.entry.customer;
	const summary = createMemo(() => summaryOf(session, props.entry));

	return (
		<li data-index={props.index} aria-posinset={props.index + 1} aria-setsize={props.count}>
			<a class="customer-card" href={paths.transfers(customer().id)}>
				<span class="monogram" aria-hidden="true">
					{companyInitials(customer().name)}
				</span>
				<span class="customer-card-name">
					<span class="truncate name">{customer().name}</span>
					<span class="customer-card-sub">
						<Show when={customer().country}>
							{(country) => <span>{customer().city ?? format().country(country())}</span>}
						</Show>
						<StandingLabel standing={props.entry.standing} />
					</span>
				</span>
				<HereNow customerId={customer().id} />
				<Show
					when={props.entry.ending[0]}
					fallback={
						<span class="customer-card-why">
							<NoEnding entry={props.entry} />
						</span>
					}
				>
					{(next) => (
						<span class="customer-card-data">
							<NextEnd agreement={next()} summary={summary()} />
							<EndAxis marks={summary().marks} />
							<SeatsMeter seats={summary().seats} />
						</span>
					)}
				</Show>
			</a>
		</li>
	);
}
