import { CheckCheck, CloudOff, HardDrive, type IconNode, KeyRound, OctagonAlert, RefreshCw } from "lucide";
import { createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";

const ICONS: Record<ReturnType<Session["connection"]>["state"], IconNode> = {
	local: HardDrive,
	synced: CheckCheck,
	syncing: RefreshCw,
	offline: CloudOff,
	unreachable: CloudOff,
	"sign-in": KeyRound,
	refused: OctagonAlert,
};

/** What the chip says about the connection, in words and numbers (interface.md 6.2). */
export function createSyncWords(session: Session) {
	const messages = useMessages();
	const format = useFormat();
	const [clockMs, setClockMs] = createSignal(Date.now());

	const words = () => messages().app.connection;
	const state = createMemo(() => session.connection().state);
	const unsent = () => {
		const connection = session.connection();
		return "unsent" in connection ? connection.unsent : 0;
	};
	/** Most changes that waited at once since sending began: what the progress counts from. */
	const most = createMemo((before: number) => (state() === "syncing" ? Math.max(before, unsent()) : 0), 0);
	const secondsLeft = () => {
		const connection = session.connection();
		if (connection.state !== "unreachable") return 0;
		return Math.max(0, Math.ceil((connection.retryAtMs - clockMs()) / 1000));
	};

	// the countdown ticks only while there is one
	createEffect(
		on(state, (now) => {
			if (now !== "unreachable") return;
			setClockMs(Date.now());
			const timer = setInterval(() => setClockMs(Date.now()), 1000);
			onCleanup(() => clearInterval(timer));
		}),
	);

	function detail(): string | undefined {
		const connection = session.connection();
		switch (connection.state) {
			case "synced":
				return format().time(connection.at);
			case "syncing":
				return words().of(format().number(most() - unsent()), format().number(most()));
			case "unreachable":
				return secondsLeft() > 0 ? words().seconds(format().number(secondsLeft())) : undefined;
			case "offline":
			case "sign-in":
				return unsent() > 0 ? words().waiting(format().number(unsent())) : undefined;
			case "local":
			case "refused":
				return undefined;
		}
	}

	return {
		state,
		unsent,
		most,
		secondsLeft,
		icon: () => ICONS[state()],
		label: () => words().chip[state()],
		detail,
		/** In percent, while changes are being sent. */
		sentPercent: () =>
			state() === "syncing" && most() > 0 ? (100 * (most() - unsent())) / most() : undefined,
	};
}

export type SyncWords = ReturnType<typeof createSyncWords>;
