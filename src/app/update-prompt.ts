import { RotateCw } from "lucide";
import type { Accessor } from "solid-js";
import type { Messages } from "#i18n/en.ts";
import type { createToasts } from "#ui/toast.tsx";

/** Registers the service worker; when a newer version waits, a message offers to load it. Nothing reloads by itself. */
export async function promptForUpdates(
	toasts: Pick<ReturnType<typeof createToasts>, "show">,
	words: Accessor<Messages["app"]["update"]>,
): Promise<void> {
	const { registerSW } = await import("virtual:pwa-register");
	const update = registerSW({
		onNeedRefresh() {
			const { title, text, action } = words();
			const run = () => void update(true);
			toasts.show({ tone: "neutral", icon: RotateCw, title, text, action: { label: action, run } });
		},
	});
}
