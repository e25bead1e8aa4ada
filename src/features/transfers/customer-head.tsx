import { Building2, Globe, Handshake, MapPin, ShieldCheck, UserRoundX } from "lucide";
import { Show } from "solid-js";
import { companyInitials } from "#domain/company-initials.ts";
import type { Customer } from "#domain/customer.ts";
import { cspRegion } from "#domain/region.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import { Pill } from "#ui/pill.tsx";

/** Who the customer is, where, and how the team stands to it. */
export function CustomerHead(props: { customer: Customer }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const relationship = () => props.customer.tenantId && session.relationship(props.customer.tenantId);
	const place = () =>
		[props.customer.city, props.customer.country && format().country(props.customer.country)]
			.filter(Boolean)
			.join(", ");
	const region = () => {
		const key = props.customer.country && cspRegion(props.customer.country);
		return key && messages().transfers.head.region[key];
	};

	return (
		<header class="cust">
			<span class="monogram" data-size="lg" aria-hidden="true">
				{companyInitials(props.customer.name)}
			</span>
			<div class="grow">
				<h1>
					<span>{props.customer.name}</span>
					<Show when={relationship()}>
						{(status) => (
							<Pill
								tone={status() === "active" ? "ok" : undefined}
								icon={status() === "active" ? Handshake : UserRoundX}
							>
								{messages().transfers.head.relationship[status()]}
							</Pill>
						)}
					</Show>
				</h1>
				<p class="meta">
					<Show when={props.customer.domain}>
						{(domain) => (
							<span>
								<Icon of={Globe} />
								{domain()}
							</span>
						)}
					</Show>
					<Show when={place()}>
						{(text) => (
							<span>
								<Icon of={MapPin} />
								{text()}
							</span>
						)}
					</Show>
					<Show when={region()}>
						{(text) => (
							<span>
								<Icon of={ShieldCheck} />
								{text()}
							</span>
						)}
					</Show>
					<Show when={props.customer.tenantId === undefined}>
						<span>
							<Icon of={Building2} />
							{messages().states.ineligible["tenant-unknown"]}
						</span>
					</Show>
				</p>
			</div>
		</header>
	);
}
