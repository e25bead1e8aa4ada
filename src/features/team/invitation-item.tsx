import { Mail, X } from "lucide";
import { Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { MemberList } from "#protocol/api.ts";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";

type InvitationItemProps = {
	invitation: MemberList["invitations"][number];
	/** `undefined` for those who may only read. */
	onWithdraw: (() => void) | undefined;
};

/** Somebody who is invited and has not joined yet. */
export function InvitationItem(props: InvitationItemProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().people;
	const validUntil = () => `${words().team.validUntil} ${format().day(props.invitation.expiresAt)}`;

	return (
		<li class="person">
			<span class="monogram">
				<Icon of={Mail} size="sm" />
			</span>
			<div class="grow">
				<b>{props.invitation.name}</b>
				<small>{props.invitation.email}</small>
			</div>
			<span class="person-roles">
				{props.invitation.roles.map((role) => messages().app.roles[role]).join(", ")}
				<small>{validUntil()}</small>
			</span>
			<Show when={props.onWithdraw}>
				{(withdraw) => (
					<Button
						variant="ghost"
						size="sm"
						icon={X}
						label={words().team.withdraw(props.invitation.name)}
						onClick={() => withdraw()()}
					/>
				)}
			</Show>
		</li>
	);
}
