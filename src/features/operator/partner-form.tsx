import { Check } from "lucide";
import { createSignal } from "solid-js";
import { type CountryCode, Partner, PartnerType } from "#domain/partner.ts";
import { cspRegion, MARKETS } from "#domain/region.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { callApi } from "#session/api.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { Select } from "#ui/select.tsx";
import { TextField } from "#ui/text-field.tsx";
import { useToasts } from "#ui/toast.tsx";

/** Company, partner type and country of a new partner; the CSP region follows from the country. */
export function PartnerForm(props: { onCreated(id: string): void; onClose(): void }) {
	const messages = useMessages();
	const format = useFormat();
	const toasts = useToasts();
	const request = createRequest();
	const [name, setName] = createSignal("");
	const [type, setType] = createSignal<PartnerType>("direct-bill");
	const [country, setCountry] = createSignal<CountryCode>("DE" as CountryCode); // two capitals

	const words = () => messages().people;
	const countries = () =>
		MARKETS.map((code) => ({ value: code, label: format().country(code) })).sort((a, b) =>
			a.label.localeCompare(b.label),
		);
	const region = () => {
		const found = cspRegion(country());
		return found && `${words().region} ${words().regions[found]}`;
	};
	const failure = () => {
		const code = request.failure();
		return code && words().errors[code];
	};

	async function create(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		if (request.busy()) return;
		const body = { name: name().trim(), type: type(), country: country() };
		const made = await request.run(() => callApi(Partner, "POST", "/api/partners", body));
		if (made === undefined) return;
		toasts.show({ tone: "ok", icon: Check, title: words().operator.partnerCreated(made.value.name) });
		props.onCreated(made.value.id);
	}

	return (
		<form class="card form card-body" onSubmit={(event) => void create(event)}>
			<TextField label={words().operator.partnerName} required value={name()} onInput={setName} />
			<div class="form-pair">
				<Select
					label={words().partnerType}
					value={type()}
					options={PartnerType.options.map((value) => ({ value, label: words().partnerTypes[value] }))}
					onChange={setType}
				/>
				<Select
					label={words().country}
					hint={region()}
					value={country()}
					options={countries()}
					onChange={setCountry}
				/>
			</div>
			<FormError text={failure()} />
			<div class="form-foot">
				<Button variant="primary" type="submit" aria-busy={request.busy()}>
					{words().operator.createPartner}
				</Button>
				<Button variant="ghost" onClick={() => props.onClose()}>
					{words().team.cancel}
				</Button>
			</div>
		</form>
	);
}
