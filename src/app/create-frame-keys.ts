import { useNavigate } from "@solidjs/router";
import { onCleanup } from "solid-js";
import { createSingleKeys } from "#ui/single-keys.ts";
import type { Place } from "./create-places.ts";

const GO_WINDOW_MS = 1500;

type FrameKeys = {
	places(): readonly Place[];
	openShortcuts(): void;
	openPalette(): void;
	undo(): void;
	redo(): void;
};

/** The keys that work on every page: G and a place, ?, Ctrl K, Ctrl Z. */
export function createFrameKeys(keys: FrameKeys): void {
	const navigate = useNavigate();
	let goPressedMs = Number.NEGATIVE_INFINITY;

	function go(event: KeyboardEvent): boolean {
		const isSecond = performance.now() - goPressedMs < GO_WINDOW_MS;
		goPressedMs = Number.NEGATIVE_INFINITY;
		const place = keys.places().find((other) => other.key === event.key.toLowerCase());
		if (!isSecond || place === undefined) return false;
		navigate(place.href);
		return true;
	}

	/** Before everybody else: the letter after G is nobody's own. */
	function capture(event: KeyboardEvent) {
		if (event.ctrlKey || event.metaKey) withControl(event);
		else if (go(event)) {
			event.preventDefault();
			event.stopPropagation();
		}
	}

	function withControl(event: KeyboardEvent) {
		const key = event.key.toLowerCase();
		const isTyping =
			event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
		if (key === "k") keys.openPalette();
		else if (isTyping) return;
		else if ((key === "z" && event.shiftKey) || key === "y") keys.redo();
		else if (key === "z") keys.undo();
		else return;
		event.preventDefault();
	}

	createSingleKeys({
		g: () => {
			goPressedMs = performance.now();
		},
		"?": () => {
			keys.openShortcuts();
		},
	});
	document.addEventListener("keydown", capture, { capture: true });
	onCleanup(() => document.removeEventListener("keydown", capture, { capture: true }));
}
