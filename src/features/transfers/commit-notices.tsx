import { useNavigate } from "@solidjs/router";
import { CheckCheck, CloudUpload, Lock, OctagonAlert, RotateCcw, ShieldAlert } from "lucide";
import { createEffect, createMemo, on, untrack } from "solid-js";
import type { Committed, RefusalReason } from "#domain/verdict.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { checkReceipt } from "#session/receipt-check.ts";
import { useSession } from "#session/session.tsx";
import { useToasts } from "#ui/toast.tsx";
import { type Awaited, awaited, isAnswered } from "./awaited.ts";
import { subscriptionName } from "./subscription-name.ts";

/**
 * Says what the server has answered to this member, whatever page is open, and what waits without a network.
 *
 * A receipt that comes with a commit is checked at once.
 */
export function CommitNotices() {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const toasts = useToasts();
	const navigate = useNavigate();
	const [all, setAll] = awaited(session);

	const words = () => messages().transfers.toast;
	const answered = createMemo(() => all().filter((one) => isAnswered(session, one)));

	createEffect(
		on(answered, (list) => {
			if (list.length === 0) return;
			setAll((before) => before.filter((one) => !list.includes(one)));
			for (const one of list) untrack(() => tell(one));
		}),
	);
	createEffect(
		on(all, (now, before) => {
			for (const one of now)
				if (before !== undefined && !before.includes(one)) untrack(() => tellWaiting(one));
			return now;
		}),
	);

	function nameOf({ revision }: Awaited): string {
		return subscriptionName(session, revision.line);
	}

	function tell(one: Awaited) {
		if (one.kind === "release") tellRelease(one);
		else tellVerdict(one);
	}

	function tellVerdict(one: Awaited) {
		const verdict = session.verdict(one.revision.id);
		if (verdict?.outcome === "committed") tellCommitted(one, verdict);
		if (verdict?.outcome === "refused") tellRefused(one, verdict.reason);
		const about = one.revision.id;
		if (verdict?.outcome === "void")
			toasts.show({ tone: "neutral", icon: RotateCcw, title: words().released(nameOf(one)), about });
	}

	function tellCommitted(one: Awaited, verdict: Committed) {
		const name = nameOf(one);
		const { schedules } = session;
		const isChange = schedules[one.scheduleId]?.revisions.some((revision) => {
			const other = revision.id === one.revision.id ? undefined : session.verdict(revision.id);
			return other?.outcome === "committed" && other.commitNumber === verdict.commitNumber;
		});
		const number = messages().transfers.commitNumber(String(verdict.commitNumber));
		toasts.show({
			tone: "ok",
			icon: CheckCheck,
			title: isChange ? words().changed(name) : words().committed(name, number),
			text: words().committedText(format().day(verdict.runOn)),
			about: one.revision.id,
		});
		if (verdict.receipt === null) return;
		void checkReceipt(session, verdict, verdict.receipt).then((state) => {
			if (state !== "invalid") return;
			const text = messages().transfers.receipt.invalid;
			toasts.show({ tone: "bad", icon: ShieldAlert, title: words().receipt(name), text });
		});
	}

	function tellRefused(one: Awaited, reason: RefusalReason) {
		const isHeld = reason === "held";
		toasts.show({
			tone: isHeld ? "neutral" : "bad",
			icon: isHeld ? Lock : OctagonAlert,
			title: isHeld ? words().held(nameOf(one)) : words().refused(nameOf(one)),
			text: `${messages().states.refusal[reason]} ${messages().transfers.panel.kept}`,
			action: { label: words().open, run: () => navigate(addressOf(one)) },
			about: one.revision.id,
		});
	}

	function tellRelease(one: Awaited) {
		const release = session.release(one.revision.id);
		if (release?.outcome === "released")
			toasts.show({ tone: "neutral", icon: RotateCcw, title: words().released(nameOf(one)) });
		if (release?.outcome === "refused")
			toasts.show({
				tone: "bad",
				icon: OctagonAlert,
				title: words().releaseRefused(nameOf(one)),
				text: messages().states.refusal[release.reason ?? "unknown"],
			});
	}

	function tellWaiting(one: Awaited) {
		const { state } = session.connection();
		if (one.kind !== "commit" || (state !== "offline" && state !== "unreachable" && state !== "sign-in"))
			return;
		const title = words().waiting(nameOf(one));
		const about = one.revision.id;
		toasts.show({ tone: "local", icon: CloudUpload, title, text: words().waitingText, about });
	}

	function addressOf({ scheduleId, revision }: Awaited): string {
		const schedule = session.schedules[scheduleId];
		const page = paths.transfers(revision.customer.id);
		if (schedule === undefined) return page;
		return `${page}?${new URLSearchParams({ line: `${schedule.agreementId}\n${schedule.lineKey}` })}`;
	}

	return null;
}
