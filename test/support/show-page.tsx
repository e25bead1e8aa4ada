import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render } from "@solidjs/testing-library";
import type { Component, JSX } from "solid-js";
import { onTestFinished } from "vitest";
import { de } from "#i18n/de.ts";
import { en } from "#i18n/en.ts";
import type { FirstMessages } from "#i18n/en-first.ts";
import { type Locale, MessagesProvider } from "#i18n/messages.tsx";
import { type Session, SessionProvider } from "#session/session.tsx";
import { createToasts, ToastProvider } from "#ui/toast.tsx";
import "#ui/styles/styles.css";

/** As high as a small window: lists show what is in sight. */
const HEIGHT_PX = 600;

type ShowOptions = {
	/** The address at which the page is opened. */
	at: string;
	/** Its pattern in the routes; the address itself without one. */
	pattern?: string;
	/** Stands on the page, too. */
	beside?: Component;
	locale?: Locale;
	/** All words without it; the first page has to do with what is loaded at the start. */
	messages?: FirstMessages;
};

/** Shows one page with a session, as the app does, but without the frame around it. */
export function showPage(session: Session, Page: Component, options: ShowOptions) {
	const { at, pattern = at.replace(/\?.*/, ""), locale = "en", beside: Beside } = options;
	const { messages = locale === "de" ? de : en } = options;
	const history = createMemoryHistory();
	history.set({ value: at, replace: true, scroll: false });
	const page = (): JSX.Element => (
		<>
			{Beside === undefined ? null : <Beside />}
			<Page />
		</>
	);
	const toasts = createToasts();
	const place = document.createElement("div");
	place.style.height = `${HEIGHT_PX}px`;
	document.body.append(place);
	onTestFinished(() => place.remove());
	const shown = render(
		() => (
			<MessagesProvider locale={locale} messages={messages}>
				<ToastProvider toasts={toasts} label="Messages" closeLabel="Close message">
					<SessionProvider value={session}>
						<MemoryRouter history={history}>
							<Route path={pattern} component={page} />
							<Route path="*" component={() => null} />
						</MemoryRouter>
					</SessionProvider>
				</ToastProvider>
			</MessagesProvider>
		),
		{ container: place },
	);
	return { ...shown, history };
}
