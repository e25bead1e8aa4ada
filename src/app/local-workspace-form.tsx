import { createSignal } from "solid-js";
import { type CountryCode, PartnerType } from "#domain/partner.ts";
import { MARKETS } from "#domain/region.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/select.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { LocalTeam } from "./local-workspace.ts";

/** Company, own name, partner type and country: what rules are decided by in a local workspace. */
export function LocalWorkspaceForm(props: { onStart(team: LocalTeam): void }) {
	const messages = useMessages();
	const format = useFormat();
	const [company, setCompany] = createSignal("");
	const [name, setName] = createSignal("");
	const [type, setType] = createSignal<PartnerType>("direct-bill");
	const [country, setCountry] = createSignal(homeCountry());

	const words = () => messages().app.firstRun.local;
	const people = () => messages().people;
	const countries = () =>
		MARKETS.map((code) => ({ value: code, label: format().country(code) })).sort((a, b) =>
			a.label.localeCompare(b.label),
		);

	function start(event: SubmitEvent) {
		event.preventDefault();
		const team = { company: company().trim(), name: name().trim(), type: type(), country: country() };
		if (team.company !== "" && team.name !== "") props.onStart(team);
	}

	return (
		<form class="form" onSubmit={start}>
			<div class="form-pair">
				<TextField
					label={words().team}
					autocomplete="organization"
					required
					value={company()}
					onInput={setCompany}
				/>
				<TextField label={people().yourName} autocomplete="name" required value={name()} onInput={setName} />
			</div>
			<div class="form-pair">
				<Select
					label={people().partnerType}
					value={type()}
					options={PartnerType.options.map((value) => ({ value, label: people().partnerTypes[value] }))}
					onChange={setType}
				/>
				<Select label={people().country} value={country()} options={countries()} onChange={setCountry} />
			</div>
			<div class="form-foot">
				<Button variant="primary" type="submit">
					{words().start}
				</Button>
			</div>
		</form>
	);
}

/** The browser's country, where CSP is sold there. */
function homeCountry(): CountryCode {
	const region = navigator.languages
		.map((tag) => new Intl.Locale(tag).region)
		.find((code) => code !== undefined);
	return MARKETS.find((code) => code === region) ?? ("DE" as CountryCode); // two capitals
}
