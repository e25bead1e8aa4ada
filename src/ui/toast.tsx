import { type IconNode, X } from "lucide";
import { createContext, createSignal, For, type JSX, onCleanup, Show, untrack, useContext } from "solid-js";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

const SHOWN_MS = 6000;
const MOST = 3;

export type Toast = {
	tone: "ok" | "local" | "neutral" | "bad";
	icon: IconNode;
	title: string;
	text?: string | undefined;
	/** Names what it is about: a later toast about the same takes its place. */
	about?: string | undefined;
	/** A toast with an action stays until it is closed, and so does a `bad` one. */
	action?: { label: string; run(): void } | undefined;
};

type Toasts = { readonly all: () => readonly Toast[]; show(toast: Toast): void; close(toast: Toast): void };

/** Keeps at most three messages; the oldest goes first. */
export function createToasts(): Toasts {
	const [all, setAll] = createSignal<readonly Toast[]>([]);
	return {
		all,
		show: (toast) =>
			setAll((before) => [...before.filter((other) => !isSame(other, toast)), toast].slice(-MOST)),
		close: (toast) => setAll((before) => before.filter((other) => other !== toast)),
	};
}

function isSame(earlier: Toast, later: Toast): boolean {
	return later.about !== undefined && earlier.about === later.about;
}

const ToastContext = createContext<Toasts>();

/** Shows messages in a polite live region at the lower edge. `closeLabel` names the closing button. */
export function ToastProvider(props: {
	toasts: Toasts;
	label: string;
	closeLabel: string;
	children: JSX.Element;
}) {
	// read once: they live as long as the provider
	const toasts = untrack(() => props.toasts);

	return (
		<ToastContext.Provider value={toasts}>
			{props.children}
			<section class="toasts" aria-label={props.label} aria-live="polite">
				<For each={toasts.all()}>
					{(toast) => (
						<ToastCard toast={toast} closeLabel={props.closeLabel} onClose={() => toasts.close(toast)} />
					)}
				</For>
			</section>
		</ToastContext.Provider>
	);
}

/** @throws Outside of a `ToastProvider`. */
export function useToasts(): Pick<Toasts, "show"> {
	const toasts = useContext(ToastContext);
	if (toasts === undefined) throw new Error("useToasts: no ToastProvider above this component.");
	return toasts;
}

function ToastCard(props: { toast: Toast; closeLabel: string; onClose(): void }) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stays = () => props.toast.action !== undefined || props.toast.tone === "bad";

	function start() {
		clearTimeout(timer);
		if (!stays()) timer = setTimeout(() => props.onClose(), SHOWN_MS);
	}

	function hold() {
		clearTimeout(timer);
	}

	start();
	onCleanup(hold);

	return (
		<div
			class="toast"
			data-tone={props.toast.tone}
			role={props.toast.tone === "bad" ? "alert" : "status"}
			onPointerEnter={hold}
			onPointerLeave={start}
			onFocusIn={hold}
			onFocusOut={start}
		>
			<Icon of={props.toast.icon} />
			<div class="grow">
				<b>{props.toast.title}</b>
				<Show when={props.toast.text}>{(text) => <p>{text()}</p>}</Show>
				<Show when={props.toast.action}>
					{(action) => (
						<div class="actions">
							<Button
								size="sm"
								onClick={() => {
									action().run();
									props.onClose();
								}}
							>
								{action().label}
							</Button>
						</div>
					)}
				</Show>
			</div>
			<Button variant="ghost" size="sm" icon={X} label={props.closeLabel} onClick={() => props.onClose()} />
		</div>
	);
}
