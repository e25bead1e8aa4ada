import { useParams } from "@solidjs/router";
import { type JSX, Match, Show, Switch } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { type OperatorTab, paths } from "#paths.ts";
import { PartnerList } from "#protocol/api.ts";
import { useAccount } from "#session/account.tsx";
import { callApi } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { FormError } from "#ui/form-error.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { CatalogueSection } from "./catalogue-section.tsx";
import { PartnersSection } from "./partners-section.tsx";
import { RelationshipsSection } from "./relationships-section.tsx";

const TABS: readonly OperatorTab[] = ["partners", "relationships", "catalogue"];

/**
 * Partners, relationships and catalogue of the server; no view of any plan.
 *
 * @param props.members The members of one partner, as the team feature shows them.
 */
export function OperatorPage(props: { members: (partnerId: string, onChanged: () => void) => JSX.Element }) {
	const messages = useMessages();
	const account = useAccount();
	const params = useParams<{ tab?: string }>();
	const partners = createQuery(() => callApi(PartnerList, "GET", "/api/partners"));

	const words = () => messages().people;
	const tab = () => TABS.find((other) => other === params.tab) ?? "partners";
	const failure = () => {
		const code = partners.failure();
		return code && words().errors[code];
	};

	usePage(() => ({ title: words().operator.title, crumbs: [{ label: words().operator.title }] }));

	return (
		<Show
			when={account.info()?.user?.operator ?? true}
			fallback={<p class="page">{words().operator.onlyOperators}</p>}
		>
			<div class="page">
				<div class="page-head">
					<div>
						<h1>{words().operator.title}</h1>
						<p class="sub">{words().operator.text}</p>
					</div>
				</div>
				<Tabs
					label={words().operator.title}
					current={tab()}
					tabs={TABS.map((id) => ({ id, label: words().operator.tabs[id], href: paths.operator(id) }))}
				/>
				<div class="tab-body">
					<FormError text={failure()} />
					<Switch>
						<Match when={tab() === "relationships"}>
							<RelationshipsSection partners={partners.value() ?? []} />
						</Match>
						<Match when={tab() === "catalogue"}>
							<CatalogueSection />
						</Match>
						<Match when={partners.value()}>
							{(list) => (
								<PartnersSection
									partners={list()}
									members={props.members}
									onChanged={() => void partners.reload()}
								/>
							)}
						</Match>
					</Switch>
				</div>
			</div>
		</Show>
	);
}
