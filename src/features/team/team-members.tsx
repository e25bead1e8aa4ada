import { Check, UserPlus, X } from "lucide";
import { createSignal, For, Show } from "solid-js";
import type { Role } from "#domain/partner.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { MemberList } from "#protocol/api.ts";
import { callApi, Nothing } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { useToasts } from "#ui/toast.tsx";
import { InviteCard } from "./invite-card.tsx";
import { MemberItem } from "./member-item.tsx";

type TeamMembersProps = {
	partnerId: string;
	/** Who looks at it. */
	userId: string;
	mayManage: boolean;
	/** Told whenever members come or go. */
	onChanged?: (() => void) | undefined;
};

/** Everyone in a partner's team and whoever is invited, with what may be changed. */
export function TeamMembers(props: TeamMembersProps) {
	const messages = useMessages();
	const format = useFormat();
	const toasts = useToasts();
	const path = () => `/api/partners/${encodeURIComponent(props.partnerId)}`;
	const list = createQuery(() => callApi(MemberList, "GET", `${path()}/members`));
	const withdrawal = createRequest();
	const [inviting, setInviting] = createSignal(false);

	const words = () => messages().people;
	const failure = () => {
		const code = withdrawal.failure() ?? list.failure();
		if (code === "unreachable" && list.value() === undefined) return words().team.offline;
		return code && words().errors[code];
	};
	/** The first of a team has to be able to do everything. */
	const firstRoles = (): readonly Role[] =>
		list.value()?.members.length === 0 ? ["account-admin", "admin-agent"] : ["admin-agent"];

	function changed(title?: string) {
		if (title !== undefined) toasts.show({ tone: "ok", icon: Check, title });
		void list.reload();
		props.onChanged?.();
	}

	async function withdraw(id: string): Promise<void> {
		const at = `${path()}/invitations/${encodeURIComponent(id)}`;
		if (await withdrawal.run(() => callApi(Nothing, "DELETE", at))) changed(words().team.withdrawn);
		else void list.reload();
	}

	return (
		<div class="people">
			<Show when={props.mayManage}>
				<Show
					when={inviting()}
					fallback={
						<div>
							<Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
								{words().team.invite}
							</Button>
						</div>
					}
				>
					<InviteCard
						partnerId={props.partnerId}
						roles={firstRoles()}
						onInvited={() => changed()}
						onClose={() => setInviting(false)}
					/>
				</Show>
			</Show>
			<FormError text={failure()} />
			<Show when={list.value()}>
				{(people) => (
					<>
						<ul class="person-list" aria-label={words().team.members}>
							<For each={people().members}>
								{(member) => (
									<MemberItem
										path={`${path()}/members/${encodeURIComponent(member.userId)}`}
										member={member}
										isMe={member.userId === props.userId}
										mayManage={props.mayManage}
										onChanged={(what) =>
											changed(what === "roles" ? words().team.rolesSaved : words().team.removed(member.name))
										}
									/>
								)}
							</For>
						</ul>
						<Show when={people().invitations.length > 0}>
							<h3>{words().team.invitations}</h3>
							<ul class="person-list" aria-label={words().team.invitations}>
								<For each={people().invitations}>
									{(invitation) => (
										<li class="person">
											<span class="monogram" aria-hidden="true">
												…
											</span>
											<div class="grow">
												<b>{invitation.name}</b>
												<small>{invitation.email}</small>
											</div>
											<span class="person-roles">
												{invitation.roles.map((role) => words().roles[role]).join(", ")}
												<small>{`${words().team.validUntil} ${format().day(invitation.expiresAt)}`}</small>
											</span>
											<Show when={props.mayManage}>
												<Button
													variant="ghost"
													size="sm"
													icon={X}
													label={words().team.withdraw(invitation.name)}
													onClick={() => void withdraw(invitation.id)}
												/>
											</Show>
										</li>
									)}
								</For>
							</ul>
						</Show>
					</>
				)}
			</Show>
		</div>
	);
}
