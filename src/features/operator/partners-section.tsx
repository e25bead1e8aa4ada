import { ChevronDown, ChevronRight, Plus } from "lucide";
import { createSignal, For, type JSX, Show } from "solid-js";
import { cspRegion } from "#domain/region.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { PartnerList } from "#protocol/api.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Icon } from "#ui/icon.tsx";
import { PartnerForm } from "./partner-form.tsx";

type PartnersSectionProps = {
	partners: PartnerList;
	members: (partnerId: string, onChanged: () => void) => JSX.Element;
	onChanged(): void;
};

/** Every partner of the server; each opens to its members. */
export function PartnersSection(props: PartnersSectionProps) {
	const messages = useMessages();
	const [creating, setCreating] = createSignal(false);
	const [openId, setOpenId] = createSignal<string>();

	const words = () => messages().people.operator;
	// by id: a list that is asked again may not close what is open in it
	const ids = () => props.partners.map((partner) => partner.id);
	const partnerOf = (id: string) => props.partners.find((partner) => partner.id === id);

	function created(id: string) {
		setCreating(false);
		setOpenId(id);
		props.onChanged();
	}

	return (
		<div class="people">
			<Show
				when={creating()}
				fallback={
					<div>
						<Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
							{words().newPartner}
						</Button>
					</div>
				}
			>
				<PartnerForm onCreated={created} onClose={() => setCreating(false)} />
			</Show>
			<Show
				when={props.partners.length > 0}
				fallback={
					<Show when={!creating()}>
						<Empty title={words().noPartners} text={words().noPartnersText} />
					</Show>
				}
			>
				<ul class="disclosures">
					<For each={ids()}>
						{(id) => (
							<Show when={partnerOf(id)}>
								{(partner) => (
									<PartnerItem
										partner={partner()}
										open={openId() === id}
										onToggle={() => setOpenId((open) => (open === id ? undefined : id))}
									>
										{props.members(id, () => props.onChanged())}
									</PartnerItem>
								)}
							</Show>
						)}
					</For>
				</ul>
			</Show>
		</div>
	);
}

type PartnerItemProps = {
	partner: PartnerList[number];
	open: boolean;
	onToggle(): void;
	children: JSX.Element;
};

function PartnerItem(props: PartnerItemProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().people;
	/** A country that is a region of its own is named once. */
	const place = () => {
		const country = format().country(props.partner.country);
		const found = cspRegion(props.partner.country);
		const region = found === undefined ? words().operator.noRegion : words().regions[found];
		return [...new Set([country, region])].join(", ");
	};

	return (
		<li>
			<button type="button" class="disclosure" aria-expanded={props.open} onClick={() => props.onToggle()}>
				<Icon of={props.open ? ChevronDown : ChevronRight} size="sm" />
				<b class="truncate">{props.partner.name}</b>
				<span>{words().partnerTypes[props.partner.type]}</span>
				<span>{place()}</span>
				<span class="num">{`${words().operator.membersColumn} ${format().number(props.partner.members)}`}</span>
			</button>
			<Show when={props.open}>
				<div class="disclosed">{props.children}</div>
			</Show>
		</li>
	);
}
