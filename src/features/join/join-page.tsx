import { useParams } from "@solidjs/router";
import { For, Match, Switch } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { Invitation } from "#protocol/api.ts";
import { useAccount } from "#session/account.tsx";
import { callApi } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { EntryCard } from "#ui/entry-card.tsx";
import { FormError } from "#ui/form-error.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { JoinForm } from "./join-form.tsx";

/** Accepts an invitation: with a new account, or with the one that is signed in. */
export function JoinPage() {
	const messages = useMessages();
	const account = useAccount();
	const token = useParams<{ token: string }>().token;
	const invitation = createQuery(() =>
		callApi(Invitation, "GET", `/api/invitations/${encodeURIComponent(token)}`),
	);

	const words = () => messages().people;
	const title = () => {
		const partner = invitation.value()?.partnerName;
		return partner === undefined ? words().working : words().join.title(partner);
	};

	usePage(() => ({ title: title(), crumbs: [] }));

	return (
		<Switch fallback={<EntryCard title={words().working} />}>
			<Match when={invitation.failure() === "link-dead"}>
				<EntryCard title={words().join.dead} text={words().join.deadText}>
					<div class="form-foot">
						<ButtonLink href={paths.signIn()}>{words().join.toSignIn}</ButtonLink>
					</div>
				</EntryCard>
			</Match>
			<Match when={invitation.value()}>
				{(open) => (
					<EntryCard title={title()} text={words().join.text(open().email)}>
						<ul class="role-list" aria-label={words().join.asRoles}>
							<For each={open().roles}>
								{(role) => (
									<li>
										<b>{messages().app.roles[role]}</b> <span class="t-2">{words().rolesMay[role]}</span>
									</li>
								)}
							</For>
						</ul>
						<JoinForm
							token={token}
							invitation={open()}
							signedInAs={account.info()?.user ?? undefined}
							onUsedUp={() => void invitation.reload()}
						/>
					</EntryCard>
				)}
			</Match>
			<Match when={invitation.failure()}>
				{(code) => (
					<EntryCard title={words().working}>
						<FormError text={words().errors[code()]} />
						<div class="form-foot">
							<Button onClick={() => void invitation.reload()}>{words().tryAgain}</Button>
						</div>
					</EntryCard>
				)}
			</Match>
		</Switch>
	);
}
