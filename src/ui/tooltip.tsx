import { createUniqueId, type JSX, onCleanup, Show } from "solid-js";
import { placePopover, type Side } from "./place-popover.ts";

const HOVER_DELAY_MS = 400;

type TooltipProps = {
	/** Nothing is shown while it is `undefined`. */
	text: string | undefined;
	side?: Side;
	/** Gives the wrapped element a place in the tab order: for content that is no control of its own. */
	focusable?: boolean;
	children: JSX.Element;
};

/** Explains what it wraps: 400 ms after hovering, at once on focus; Escape closes. Never the only carrier of an action. */
export function Tooltip(props: TooltipProps) {
	const id = createUniqueId();
	let wrapper!: HTMLSpanElement;
	let bubble: HTMLSpanElement | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	onCleanup(() => clearTimeout(timer));

	function open() {
		clearTimeout(timer);
		if (bubble === undefined || !bubble.isConnected) return;
		const target = wrapper.firstElementChild ?? wrapper;
		target.setAttribute("aria-describedby", id);
		placePopover(bubble, target, { side: props.side ?? "top", align: "center", gapPx: 9 });
		document.addEventListener("keydown", closeOnEscape);
	}

	function openSoon() {
		clearTimeout(timer);
		timer = setTimeout(open, HOVER_DELAY_MS);
	}

	function openOnFocus() {
		if (wrapper.querySelector(":focus-visible") !== null || wrapper.matches(":focus-visible")) open();
	}

	function close() {
		clearTimeout(timer);
		// One that never came into the page would throw.
		if (bubble?.isConnected) bubble.hidePopover?.();
		document.removeEventListener("keydown", closeOnEscape);
	}

	function closeOnEscape(event: KeyboardEvent) {
		if (event.key === "Escape") close();
	}

	onCleanup(close);

	return (
		<span
			ref={wrapper}
			class="tip"
			tabindex={props.focusable && props.text !== undefined ? 0 : undefined}
			aria-describedby={props.focusable && props.text !== undefined ? id : undefined}
			onPointerEnter={openSoon}
			onPointerLeave={close}
			onPointerDown={close}
			onFocusIn={openOnFocus}
			onFocusOut={close}
		>
			{props.children}
			<Show when={props.text}>
				{(text) => (
					<span ref={bubble} id={id} class="tooltip" role="tooltip" popover="manual">
						{text()}
					</span>
				)}
			</Show>
		</span>
	);
}
