import { ChevronDown, ChevronRight, ChevronUp } from "lucide";
import { batch, createEffect, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import { maySubmit } from "#domain/partner.ts";
import { hasRunBegun } from "#domain/run.ts";
import { useMessages } from "#i18n/messages.tsx";
import { useSession } from "#session/session.tsx";
import { Button } from "#ui/button.tsx";
import type { HeldBy } from "#ui/field.tsx";
import { Icon } from "#ui/icon.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { CommitReceipt } from "./commit-receipt.tsx";
import type { SubscriptionRow } from "./create-transfer-list.ts";
import { PanelNotice } from "./panel-notice.tsx";
import { canStart, rowSchedule } from "./row-schedule.ts";
import { dropChange, dropSchedule, saveSchedule } from "./schedule-commands.ts";
import { ScheduleForm, type TermsField } from "./schedule-form.tsx";
import { SchedulePresence } from "./schedule-presence.tsx";
import { subscriptionName } from "./subscription-name.ts";
import { SubscriptionPill } from "./subscription-pill.tsx";
import { TeamConflict } from "./team-conflict.tsx";
import { saveObstacle } from "./terms-form.ts";
import "./schedule-panel.css";

type SchedulePanelProps = {
	row: SubscriptionRow;
	rows: readonly SubscriptionRow[];
	onWalk(by: 1 | -1): void;
	onClose(): void;
};

/** Edits the schedule of one EA subscription beside the list. */
export function SchedulePanel(props: SchedulePanelProps) {
	const session = useSession();
	const messages = useMessages();
	const [field, setField] = createSignal<TermsField>();
	const [asking, setAsking] = createSignal(false);

	const words = () => messages().transfers.panel;
	const name = () => subscriptionName(session, props.row.line);
	const state = () => props.row.state();
	const schedule = () => rowSchedule(session, props.row);
	const colleagues = () => {
		const id = schedule()?.id;
		return id === undefined ? [] : session.colleagues().filter((one) => one.place.scheduleId === id);
	};
	const obstacle = () => saveObstacle(session, props.row);
	const saveReason = () => {
		const reason = obstacle();
		return reason === undefined ? undefined : words().obstacle[reason];
	};
	/** Who may never save is told in words, not only by a tooltip, which touch has not. */
	const standingReason = () => {
		const reason = obstacle();
		return reason === "sales-agent" || reason === "reseller" ? words().obstacle[reason] : undefined;
	};
	const commitment = () => {
		const now = state();
		return now.state === "committed" ? now.commitment : undefined;
	};
	const hasChange = () => {
		const now = state();
		return now.state === "committed" && (now.change === "draft" || now.change === "refused");
	};
	/** What cannot be scheduled now is shown with the input that was made for it. */
	const isLocked = () => {
		const now = state();
		if (now.state === "committed") {
			return (
				now.schedule === undefined || now.withdrawing || hasRunBegun(now.commitment.runOn, session.nowMs())
			);
		}
		return !canStart(now) && now.state !== "draft" && now.state !== "waiting" && now.state !== "refused";
	};
	const isSubmitted = () => state().state === "committed" || state().state === "waiting";
	const dropObstacle = (): string | undefined => {
		const now = state();
		if (!isSubmitted()) return undefined;
		if (!maySubmit(session.me().roles)) return words().obstacle["sales-agent"];
		if (now.state !== "committed") return undefined;
		if (now.withdrawing) return words().obstacle.withdrawing;
		return hasRunBegun(now.commitment.runOn, session.nowMs()) ? words().obstacle["run-begun"] : undefined;
	};

	// the same for every row of the page, and still known when the row is gone
	const customerId = untrack(() => props.row.customer().id);
	createEffect(
		on([() => schedule()?.id, field], ([scheduleId, at]) =>
			session.setPlace({
				customerId,
				...(scheduleId === undefined ? {} : { scheduleId }),
				...(at === undefined ? {} : { field: at }),
			}),
		),
	);
	document.addEventListener("keydown", keyDown);
	onCleanup(() => {
		document.removeEventListener("keydown", keyDown);
		session.setPlace({ customerId });
	});

	function heldBy(which: TermsField): HeldBy | undefined {
		const holder = colleagues().find((one) => one.place.field === which);
		return holder && { name: holder.name.split(" ")[0] ?? holder.name, hue: holder.hue };
	}

	/** In one batch: what is to be committed is under way before the page draws that it waits. */
	function save() {
		batch(() => saveSchedule(session, props.row));
	}

	function drop() {
		if (state().state === "committed") setAsking(true);
		else dropSchedule(session, props.row);
	}

	function confirmDrop() {
		setAsking(false);
		dropSchedule(session, props.row);
	}

	function keyDown(event: KeyboardEvent) {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || asking()) return;
		event.preventDefault();
		if (obstacle() === undefined) save();
	}

	return (
		<>
			<SidePanel
				eyebrow={
					<>
						{messages().transfers.renew} <Icon of={ChevronRight} size="xs" />
						<span class="mono">{props.row.agreement.number}</span>
					</>
				}
				title={
					<>
						<span>{name()}</span>
						<SubscriptionPill state={state()} agreement={props.row.agreement} inline />
					</>
				}
				actions={
					<>
						<Button
							variant="ghost"
							size="sm"
							icon={ChevronUp}
							label={words().previous}
							onClick={() => props.onWalk(-1)}
						/>
						<Button
							variant="ghost"
							size="sm"
							icon={ChevronDown}
							label={words().next}
							onClick={() => props.onWalk(1)}
						/>
					</>
				}
				closeLabel={words().close}
				onClose={() => props.onClose()}
				foot={
					<>
						<Show when={!isLocked() || isSubmitted()}>
							<Button
								variant="primary"
								keys={[isApple() ? "⌘ ↵" : "Ctrl ↵"]}
								disabledReason={saveReason()}
								onClick={save}
							>
								{isSubmitted() ? words().saveChange : words().save}
							</Button>
						</Show>
						<Show when={standingReason()}>{(reason) => <p class="hint">{reason()}</p>}</Show>
						<Show when={hasChange()}>
							<Button variant="ghost" onClick={() => dropChange(session, props.row)}>
								{words().discardChange}
							</Button>
						</Show>
						<Show when={schedule() !== undefined}>
							<span class="end-auto">
								<Button variant="quiet-danger" disabledReason={dropObstacle()} onClick={drop}>
									{isSubmitted() ? words().cancel : words().discard}
								</Button>
							</span>
						</Show>
					</>
				}
			>
				<SchedulePresence colleagues={colleagues()} />
				<PanelNotice row={props.row} />
				<TeamConflict row={props.row} />
				<Show when={props.row} keyed>
					{(row) => (
						<ScheduleForm
							row={row}
							rows={props.rows}
							locked={isLocked()}
							heldBy={heldBy}
							onField={setField}
						/>
					)}
				</Show>
				<Show when={commitment()}>{(verdict) => <CommitReceipt verdict={verdict()} />}</Show>
			</SidePanel>
			<CancelDialog open={asking()} onClose={() => setAsking(false)} onConfirm={confirmDrop} />
		</>
	);
}

function isApple(): boolean {
	return /Mac|iP(hone|ad)/.test(navigator.userAgent);
}
