import { createSignal } from "solid-js";

export type Theme = "system" | "light" | "dark";

export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const STORED = "staffel.theme";

const [theme, setSignal] = createSignal<Theme>(readTheme());

/** The theme chosen on this device; `system` follows the system. */
export { theme };

export function setTheme(chosen: Theme): void {
	localStorage.setItem(STORED, chosen);
	setSignal(chosen);
	applyTheme();
}

/** Called before the first paint, so that nothing flashes. */
export function applyTheme(): void {
	if (theme() === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme();
}

function readTheme(): Theme {
	const stored = localStorage.getItem(STORED);
	return stored === "light" || stored === "dark" ? stored : "system";
}
