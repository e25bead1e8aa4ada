import { Check } from "lucide";
import { createSignal, Show } from "solid-js";
import type { Role } from "#domain/partner.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { InvitationLink } from "#protocol/api.ts";
import { callApi } from "#session/api.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { FormError } from "#ui/form-error.tsx";
import { TextField } from "#ui/text-field.tsx";
import { useToasts } from "#ui/toast.tsx";
import { RolesField } from "./roles-field.tsx";

type InviteCardProps = {
	partnerId: string;
	/** What is ticked at first. */
	roles: readonly Role[];
	onInvited(): void;
	onClose(): void;
};

/** Makes an invitation and shows its link, the only time it can be seen. */
export function InviteCard(props: InviteCardProps) {
	const messages = useMessages();
	const format = useFormat();
	const toasts = useToasts();
	const request = createRequest();
	const [name, setName] = createSignal("");
	const [email, setEmail] = createSignal("");
	const [roles, setRoles] = createSignal<readonly Role[]>();
	const [link, setLink] = createSignal<InvitationLink>();
	const [tried, setTried] = createSignal(false);

	const words = () => messages().people;
	const rolesNow = () => roles() ?? props.roles;
	const failure = () => {
		const code = request.failure();
		return code && words().errors[code];
	};

	async function submit(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (request.busy() || rolesNow().length === 0) return;
		const body = { name: name().trim(), email: email().trim(), roles: rolesNow() };
		const path = `/api/partners/${encodeURIComponent(props.partnerId)}/invitations`;
		const answer = await request.run(() => callApi(InvitationLink, "POST", path, body));
		if (answer === undefined) return;
		setLink(answer.value);
		props.onInvited();
	}

	return (
		<section class="card" aria-label={words().team.inviteTitle}>
			<div class="card-body">
				<Show
					when={link()}
					fallback={
						<form class="form" onSubmit={(event) => void submit(event)}>
							<div class="form-pair">
								<TextField label={words().name} required value={name()} onInput={setName} />
								<TextField label={words().email} type="email" required value={email()} onInput={setEmail} />
							</div>
							<RolesField
								roles={rolesNow()}
								error={tried() && rolesNow().length === 0 ? words().rolesMissing : undefined}
								onChange={setRoles}
							/>
							<FormError text={failure()} />
							<div class="form-foot">
								<Button variant="primary" type="submit" aria-busy={request.busy()}>
									{words().team.createLink}
								</Button>
								<Button variant="ghost" onClick={() => props.onClose()}>
									{words().team.cancel}
								</Button>
							</div>
						</form>
					}
				>
					{(made) => (
						<div class="form">
							<CopyField
								label={words().team.linkTitle}
								value={made().url}
								copyLabel={words().team.copy}
								onCopied={() => toasts.show({ tone: "ok", icon: Check, title: words().team.copied })}
							/>
							<p class="hint">{words().team.linkText(name().trim(), format().day(made().expiresAt))}</p>
							<div class="form-foot">
								<Button onClick={() => props.onClose()}>{words().team.done}</Button>
							</div>
						</div>
					)}
				</Show>
			</div>
		</section>
	);
}
