import { ArrowRight } from "lucide";
import { createSignal, Show } from "solid-js";
import { SignInForm } from "#features/sign-in/sign-in-form.tsx";
import { useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/text-field.tsx";

/** This server: sign in right here. Another address: the app of that server opens. */
export function JoinServer() {
	const messages = useMessages();
	const [address, setAddress] = createSignal(location.host);
	const [isWrong, setWrong] = createSignal(false);

	const words = () => messages().app.firstRun.server;
	const isThisServer = () => originOf(address()) === location.origin;

	function open(event: SubmitEvent) {
		event.preventDefault();
		const origin = originOf(address());
		setWrong(origin === undefined);
		if (origin !== undefined) location.assign(`${origin}/sign-in`);
	}

	return (
		<>
			<form class="join" onSubmit={open}>
				<TextField
					label={words().address}
					hideLabel
					inputmode="url"
					autocomplete="url"
					error={isWrong() ? words().addressWrong : undefined}
					value={address()}
					onInput={(value) => {
						setAddress(value);
						setWrong(false);
					}}
				/>
				<Show when={!isThisServer()}>
					<Button variant="primary" type="submit" iconEnd={ArrowRight}>
						{words().open}
					</Button>
				</Show>
			</form>
			<Show when={isThisServer()}>
				<SignInForm />
			</Show>
		</>
	);
}

/** `staffel.example` as well as `https://staffel.example/anything`; without a scheme it is this page's own for this host, otherwise https. */
function originOf(address: string): string | undefined {
	const text = address.trim();
	const scheme = text === location.host ? location.protocol : "https:";
	const withScheme = /^https?:\/\//.test(text) ? text : `${scheme}//${text}`;
	const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	return url?.hostname ? url.origin : undefined;
}
