import { Check, UserPlus } from "lucide";
import { createSignal, For, Show } from "solid-js";
import type { Role } from "#domain/partner.ts";
import { useMessages } from "#i18n/messages.tsx";
import { MemberList } from "#protocol/api.ts";
import { callApi, Nothing } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { useToasts } from "#ui/toast.tsx";
import { InvitationItem } from "./invitation-item.tsx";
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
	const isEmpty = () => list.value()?.members.length === 0;
	/** The first of a team has to be able to do everything. */
	const firstRoles = (): readonly Role[] => (isEmpty() ? ["account-admin", "admin-agent"] : ["admin-agent"]);

	// by id: a list that is asked again may not close what is open in it
	const memberIds = () => list.value()?.members.map((member) => member.userId) ?? [];
	const memberOf = (id: string) => list.value()?.members.find((member) => member.userId === id);

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
								{isEmpty() ? words().operator.inviteAdmin : words().team.invite}
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
						<Show when={people().members.length > 0}>
							<ul class="person-list" aria-label={words().team.members}>
								<For each={memberIds()}>
									{(id) => (
										<Show when={memberOf(id)}>
											{(member) => (
												<MemberItem
													path={`${path()}/members/${encodeURIComponent(id)}`}
													member={member()}
													isMe={id === props.userId}
													mayManage={props.mayManage}
													onChanged={(what) =>
														changed(
															what === "roles"
																? words().team.rolesSaved
																: words().team.removed(member().name),
														)
													}
												/>
											)}
										</Show>
									)}
								</For>
							</ul>
						</Show>
						<Show when={people().invitations.length > 0}>
							<h2>{words().team.invitations}</h2>
							<ul class="person-list" aria-label={words().team.invitations}>
								<For each={people().invitations}>
									{(invitation) => (
										<InvitationItem
											invitation={invitation}
											onWithdraw={props.mayManage ? () => void withdraw(invitation.id) : undefined}
										/>
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
