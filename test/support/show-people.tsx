import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "@solidjs/testing-library";
import type { Component } from "solid-js";
import { de } from "#i18n/de.ts";
import { en } from "#i18n/en.ts";
import { type Locale, MessagesProvider } from "#i18n/messages.tsx";
import { SessionInfo } from "#protocol/api.ts";
import { AccountProvider } from "#session/account.tsx";
import { callApi } from "#session/api.ts";
import { createToasts, ToastProvider } from "#ui/toast.tsx";
import "#ui/styles/styles.css";

type ShowOptions = {
	/** The address at which the page is opened. */
	at: string;
	/** Its pattern in the routes; the address itself without one. */
	pattern?: string;
	locale?: Locale;
	/** Who is signed in when the page is opened; nobody without one. */
	info?: SessionInfo;
};

/** Shows a page that needs an account and no session. `entered` counts who was let in. */
export function showPeople(Page: Component, { at, pattern = at, locale = "en", info }: ShowOptions) {
	const history = createMemoryHistory();
	history.set({ value: at, replace: true, scroll: false });
	const entered: SessionInfo[] = [];
	const account = {
		info: () => info,
		async enter() {
			const result = await callApi(SessionInfo, "GET", "/api/session");
			if (result.ok) entered.push(result.value);
			return result;
		},
		signOut: async () => undefined,
	};
	render(() => (
		<MessagesProvider locale={locale} messages={locale === "de" ? de : en}>
			<AccountProvider value={account}>
				<ToastProvider toasts={createToasts()} label="Messages" closeLabel="Close message">
					<MemoryRouter history={history}>
						<Route path={pattern} component={Page} />
						<Route path="*" component={() => null} />
					</MemoryRouter>
				</ToastProvider>
			</AccountProvider>
		</MessagesProvider>
	));
	return { entered, history };
}
