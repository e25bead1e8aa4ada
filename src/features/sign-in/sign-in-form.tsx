import { LogIn } from "lucide";
import { createSignal } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { useAccount } from "#session/account.tsx";
import { type ApiResult, callApi, Nothing } from "#session/api.ts";
import { createRequest } from "#session/create-request.ts";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { TextField } from "#ui/text-field.tsx";

/** E-mail and password; opens the workspace when they are right, keeps what was typed when they are not. */
export function SignInForm() {
	const messages = useMessages();
	const account = useAccount();
	const request = createRequest();
	const [email, setEmail] = createSignal("");
	const [password, setPassword] = createSignal("");

	const words = () => messages().people;
	const failure = () => {
		const code = request.failure();
		return code && words().errors[code];
	};

	async function signIn(): Promise<ApiResult<unknown>> {
		const body = { email: email().trim(), password: password() };
		const result = await callApi(Nothing, "POST", "/api/auth/sign-in/email", body);
		return result.ok ? account.enter() : result;
	}

	return (
		<form
			class="form"
			onSubmit={(event) => {
				event.preventDefault();
				if (!request.busy()) void request.run(signIn);
			}}
		>
			<div class="form-pair">
				<TextField
					label={words().email}
					type="email"
					name="email"
					autocomplete="username"
					required
					value={email()}
					onInput={setEmail}
				/>
				<TextField
					label={words().password}
					type="password"
					name="password"
					autocomplete="current-password"
					required
					value={password()}
					onInput={setPassword}
				/>
			</div>
			<FormError text={failure()} />
			<div class="form-foot">
				<Button variant="primary" type="submit" icon={LogIn} aria-busy={request.busy()}>
					{request.busy() ? words().working : words().signIn.submit}
				</Button>
			</div>
		</form>
	);
}
