import { X } from "lucide";
import { For, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { PartnerList, TenantList } from "#protocol/api.ts";
import { Icon } from "#ui/icon.tsx";
import { Select } from "#ui/select.tsx";

type TenantRowProps = {
	tenant: TenantList[number];
	partners: PartnerList;
	onSet(partnerId: string, status: "active" | "none"): void;
};

/** One customer's tenant: its partners, each with a way to end it, and a list of those who could be granted access. */
export function TenantRow(props: TenantRowProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().people.operator;
	const isRelated = (partnerId: string) =>
		props.tenant.relationships.some((other) => other.partnerId === partnerId && other.status === "active");
	const related = () => props.partners.filter((partner) => isRelated(partner.id));
	const others = () => props.partners.filter((partner) => !isRelated(partner.id));

	return (
		<tr>
			<td>
				<span class="truncate name">{props.tenant.name}</span>
				<small class="mono t-3">{props.tenant.tenantId}</small>
			</td>
			<td>{props.tenant.country === null ? "–" : format().country(props.tenant.country)}</td>
			<td>
				<ul class="chips">
					<For each={related()}>
						{(partner) => (
							<li class="chip" data-on="">
								<b>{partner.name}</b>
								<button
									type="button"
									aria-label={words().end(partner.name, props.tenant.name)}
									onClick={() => props.onSet(partner.id, "none")}
								>
									<Icon of={X} size="xs" />
								</button>
							</li>
						)}
					</For>
				</ul>
			</td>
			<td class="end-cell">
				<Show when={others().length > 0}>
					<Select
						label={words().grantTo(props.tenant.name)}
						hideLabel
						value=""
						options={[
							{ value: "", label: words().grant },
							...others().map((partner) => ({ value: partner.id, label: partner.name })),
						]}
						onChange={(partnerId) => {
							if (partnerId !== "") props.onSet(partnerId, "active");
						}}
					/>
				</Show>
			</td>
		</tr>
	);
}
