import { createEffect, type JSX } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { createPageFrame, PageFrameProvider } from "#ui/page-frame.tsx";
import { Preferences } from "./preferences.tsx";

/** Around pages with a single task, such as signing in. */
export function EntryLayout(props: { children?: JSX.Element }) {
	const messages = useMessages();
	const frame = createPageFrame();

	createEffect(() => {
		const page = frame.page()?.title;
		document.title = page === undefined ? messages().app.name : messages().app.title(page);
	});

	return (
		<PageFrameProvider value={frame}>
			<div class="entry">
				<main>{props.children}</main>
				<footer>
					<Preferences />
				</footer>
			</div>
		</PageFrameProvider>
	);
}
