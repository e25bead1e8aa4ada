import { Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useAccount } from "#session/account.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { EntryCard } from "#ui/entry-card.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** @param props.hasWorkspace Whether a workspace of this server is on the device, so that signing in is for syncing. */
export function SignInPage(props: { hasWorkspace: boolean }) {
	const messages = useMessages();
	const account = useAccount();

	const words = () => messages().people.signIn;
	usePage(() => ({ title: words().title, crumbs: [] }));

	return (
		<EntryCard title={words().title} text={props.hasWorkspace ? words().again : words().noAccount}>
			<SignInForm />
			<Show when={account.info()?.user}>
				{(user) => (
					<div class="form-foot">
						<p class="hint">{words().alreadyIn(user().name)}</p>
						<ButtonLink size="sm" href={user().operator ? paths.operator() : paths.customers()}>
							{words().open}
						</ButtonLink>
					</div>
				)}
			</Show>
		</EntryCard>
	);
}
