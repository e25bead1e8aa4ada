import { useLocation } from "@solidjs/router";
import { createMemo, lazy, Show, untrack } from "solid-js";
import { awaited } from "#features/transfers/awaited.ts";
import { useLaterMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { Session } from "#session/session.tsx";

/**
 * What the server answers, on every page.
 *
 * Not part of the first screen: it comes when something is awaited, and with the first page on which that can begin.
 */
export function Notices(props: { session: Session }) {
	const location = useLocation();
	const loadLaterMessages = useLaterMessages();
	const CommitNotices = lazy(async () => {
		const [{ CommitNotices: shown }] = await Promise.all([
			import("#features/transfers/commit-notices.tsx"),
			loadLaterMessages(),
		]);
		return { default: shown };
	});
	const [all] = untrack(() => awaited(props.session));

	const isWanted = createMemo(
		(was) => was || all().length > 0 || location.pathname !== paths.customers(),
		false,
	);

	return (
		<Show when={isWanted()}>
			<CommitNotices />
		</Show>
	);
}
