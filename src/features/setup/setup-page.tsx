import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useAccount } from "#session/account.tsx";
import { type ApiResult, callApi, Nothing } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { EntryCard } from "#ui/entry-card.tsx";
import { FormError } from "#ui/form-error.tsx";
import { usePage } from "#ui/page-frame.tsx";
import { TextField } from "#ui/text-field.tsx";

const SHORTEST_PASSWORD = 10;

/** Makes the operator's account with the one-time link that the server prints. */
export function SetupPage() {
	const messages = useMessages();
	const account = useAccount();
	const token = useParams<{ token: string }>().token;
	const link = createQuery(() => callApi(Nothing, "GET", `/api/setup/${encodeURIComponent(token)}`));
	const request = createRequest();
	const [name, setName] = createSignal("");
	const [email, setEmail] = createSignal("");
	const [password, setPassword] = createSignal("");
	const [tooShort, setTooShort] = createSignal(false);

	const words = () => messages().people;
	const isDead = () => link.failure() === "link-dead" || request.failure() === "link-dead";
	const failure = () => {
		const code = request.failure() ?? link.failure();
		return code && words().errors[code];
	};

	usePage(() => ({ title: words().setup.title, crumbs: [] }));

	async function setUp(): Promise<ApiResult<unknown>> {
		const body = { token, name: name().trim(), email: email().trim(), password: password() };
		const result = await callApi(Nothing, "POST", "/api/setup", body);
		return result.ok ? account.enter() : result;
	}

	function submit(event: SubmitEvent) {
		event.preventDefault();
		setTooShort(password().length < SHORTEST_PASSWORD);
		if (!tooShort() && !request.busy()) void request.run(setUp);
	}

	return (
		<Show when={!isDead()} fallback={<EntryCard title={words().setup.dead} text={words().setup.deadText} />}>
			<EntryCard title={words().setup.title} text={words().setup.text}>
				<form class="form" onSubmit={submit}>
					<TextField label={words().yourName} autocomplete="name" required value={name()} onInput={setName} />
					<TextField
						label={words().email}
						type="email"
						autocomplete="username"
						required
						value={email()}
						onInput={setEmail}
					/>
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
					<FormError text={failure()} />
					<div class="form-foot">
						<Button variant="primary" type="submit" aria-busy={request.busy()}>
							{request.busy() ? words().working : words().setup.submit}
						</Button>
					</div>
				</form>
			</EntryCard>
		</Show>
	);
}
