import { CloudUpload, Lock, OctagonAlert, UserRoundX } from "lucide";
import { createMemo, Match, Switch } from "solid-js";
import type { RefusalReason } from "#domain/verdict.ts";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Banner } from "#ui/banner.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { useStateReason } from "./subscription-pill.tsx";

/** What has become of the schedule, said once above the form: refused, held by somebody else, waiting. */
export function PanelNotice(props: { row: SubscriptionRow }) {
	const session = useSession();
	const messages = useMessages();
	const reason = useStateReason();

	const words = () => messages().transfers.panel;
	const state = () => props.row.state();
	const why = () => reason(state(), props.row.agreement) ?? "";
	const refusedChange = createMemo((): RefusalReason | undefined => {
		const now = state();
		if (now.state !== "committed" || now.change !== "refused") return undefined;
		for (const revision of now.schedule?.revisions.toReversed() ?? []) {
			const verdict = session.verdict(revision.id);
			if (verdict?.outcome === "refused") return verdict.reason;
		}
		return "unknown";
	});
	const releaseRefused = createMemo((): RefusalReason | undefined => {
		const now = state();
		if (now.state !== "committed") return undefined;
		const release = session.release(now.commitment.revisionId);
		return release?.outcome === "refused" ? (release.reason ?? "unknown") : undefined;
	});
	const isWaiting = () => {
		const now = state();
		return now.state === "waiting" || (now.state === "committed" && now.change === "waiting");
	};

	return (
		<Switch>
			<Match when={state().state === "refused"}>
				<Banner tone="bad" icon={OctagonAlert} title={words().refusedTitle} urgent>
					{`${why()} ${words().kept}`}
				</Banner>
			</Match>
			<Match when={state().state === "held"}>
				<Banner tone="neutral" icon={Lock} title={words().heldTitle}>
					{`${why()} ${words().kept}`}
				</Banner>
			</Match>
			<Match when={releaseRefused()}>
				{(code) => (
					<Banner tone="bad" icon={OctagonAlert} title={words().releaseRefused} urgent>
						{messages().states.refusal[code()]}
					</Banner>
				)}
			</Match>
			<Match when={refusedChange()}>
				{(code) => (
					<Banner tone="bad" icon={OctagonAlert} title={words().refusedChange} urgent>
						{messages().states.refusal[code()]}
					</Banner>
				)}
			</Match>
			<Match when={isWaiting()}>
				<Banner tone="local" icon={CloudUpload} title={messages().states.waiting}>
					{words().waitingText}
				</Banner>
			</Match>
			<Match when={why() !== ""}>
				<Banner tone="neutral" icon={UserRoundX} title={why()} />
			</Match>
		</Switch>
	);
}
