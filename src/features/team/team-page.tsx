import { Info } from "lucide";
import { Show } from "solid-js";
import { mayManageTeam } from "#domain/partner.ts";
import { cspRegion } from "#domain/region.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { TeamMembers } from "./team-members.tsx";

/** The own team: everyone reads, account admins change. */
export function TeamPage() {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().people;
	const mayManage = () => mayManageTeam(session.me().roles);
	const about = () => {
		const { type, country } = session.partner();
		const region = cspRegion(country);
		const parts = [words().partnerTypes[type], format().country(country)];
		if (region !== undefined) parts.push(`${words().region} ${words().regions[region]}`);
		return parts.join(", ");
	};

	usePage(() => ({
		title: words().team.title,
		crumbs: [{ label: session.partner().name }, { label: words().team.title }],
	}));

	return (
		<div class="page narrow">
			<div class="page-head">
				<div>
					<h1>{words().team.title}</h1>
					<p class="sub">{about()}</p>
				</div>
			</div>
			<Show when={!mayManage()}>
				<p class="note">
					<Icon of={Info} size="sm" />
					{words().team.adminsOnly}
				</p>
			</Show>
			<TeamMembers partnerId={session.partner().id} userId={session.me().id} mayManage={mayManage()} />
		</div>
	);
}
