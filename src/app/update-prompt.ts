import { RotateCw } from "lucide";
import type { Accessor } from "solid-js";
import type { Messages } from "#i18n/en.ts";
import type { createToasts } from "#ui/toast.tsx";

type Prompt = (worker: ServiceWorker) => void;

/** Registers the service worker; when a newer version waits, a message offers to load it. Nothing reloads by itself. */
export async function promptForUpdates(
	toasts: Pick<ReturnType<typeof createToasts>, "show">,
	words: Accessor<Messages["app"]["update"]>,
): Promise<void> {
	if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
	const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
	if (registration === undefined) return; // a private window, or no server: the page works without it

	watch(registration, (worker) => {
		const { title, text, action } = words();
		const run = () => {
			navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
			worker.postMessage({ type: "SKIP_WAITING" });
		};
		toasts.show({ tone: "neutral", icon: RotateCw, title, text, action: { label: action, run } });
	});
	document.addEventListener("visibilitychange", () => {
		// offline there is nothing to ask
		if (document.visibilityState === "visible") registration.update().catch(() => undefined);
	});
}

/** The first version of all is no update: it has nobody to take over from. */
function watch(registration: ServiceWorkerRegistration, prompt: Prompt): void {
	if (registration.waiting !== null) prompt(registration.waiting);
	registration.addEventListener("updatefound", () => {
		const worker = registration.installing;
		worker?.addEventListener("statechange", () => {
			if (worker.state === "installed" && navigator.serviceWorker.controller !== null) prompt(worker);
		});
	});
}
