import { createSignal, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { Invitation } from "#protocol/api.ts";
import { useAccount } from "#session/account.tsx";
import { type ApiResult, callApi, Nothing } from "#session/api.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { FormError } from "#ui/form-error.tsx";
import { TextField } from "#ui/text-field.tsx";

const SHORTEST_PASSWORD = 10;

type JoinFormProps = {
	token: string;
	invitation: Invitation;
	signedInAs: { name: string; email: string } | undefined;
	/** The link turned out to be dead. */
	onUsedUp(): void;
};

/** Name and password of a new account; for somebody who is signed in with the invited e-mail, one button. */
export function JoinForm(props: JoinFormProps) {
	const messages = useMessages();
	const account = useAccount();
	const request = createRequest();
	const [name, setName] = createSignal<string>();
	const [password, setPassword] = createSignal("");
	const [tooShort, setTooShort] = createSignal(false);

	const words = () => messages().people;
	const ownAccount = () =>
		props.signedInAs?.email === props.invitation.email ? props.signedInAs : undefined;
	const nameNow = () => name() ?? props.invitation.name;
	const failure = () => {
		const code = request.failure();
		return code && words().errors[code];
	};

	async function join(): Promise<ApiResult<unknown>> {
		const body = ownAccount() === undefined ? { name: nameNow().trim(), password: password() } : undefined;
		const path = `/api/invitations/${encodeURIComponent(props.token)}`;
		const result = await callApi(Nothing, "POST", path, body);
		if (!result.ok && result.error === "link-dead") props.onUsedUp();
		return result.ok ? account.enter() : result;
	}

	function submit(event: SubmitEvent) {
		event.preventDefault();
		setTooShort(ownAccount() === undefined && password().length < SHORTEST_PASSWORD);
		if (!tooShort() && !request.busy()) void request.run(join);
	}

	return (
		<form class="form" onSubmit={submit}>
			<Show when={ownAccount() === undefined}>
				<TextField
					label={words().yourName}
					autocomplete="name"
					required
					value={nameNow()}
					onInput={setName}
				/>
				<input type="hidden" autocomplete="username" value={props.invitation.email} />
				<TextField
					label={words().password}
					type="password"
					autocomplete="new-password"
					required
					hint={words().passwordHint}
					error={tooShort() ? words().passwordShort : undefined}
					value={password()}
					onInput={setPassword}
				/>
			</Show>
			<FormError text={failure()} />
			<div class="form-foot">
				<Button variant="primary" type="submit" aria-busy={request.busy()}>
					<Show when={!request.busy()} fallback={words().working}>
						<Show when={ownAccount()} fallback={words().join.submit}>
							{(own) => words().join.joinAs(own().name)}
						</Show>
					</Show>
				</Button>
				<Show when={request.failure() === "other-account"}>
					<Button onClick={() => void account.signOut()}>{messages().app.signOut}</Button>
				</Show>
				<Show when={request.failure() === "account-exists"}>
					<ButtonLink href={paths.signIn()}>{words().join.toSignIn}</ButtonLink>
				</Show>
			</div>
		</form>
	);
}
