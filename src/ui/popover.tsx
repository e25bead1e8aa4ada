import { createSignal, createUniqueId, type JSX, onCleanup, Show } from "solid-js";
import { placePopover } from "./place-popover.ts";

/** What the button that opens a popover carries. */
export type PopoverTrigger = {
	readonly id: string;
	readonly popovertarget: string;
	readonly "aria-expanded": boolean;
};

type PopoverProps = {
	label: string;
	class?: string | undefined;
	align?: "start" | "end" | undefined;
	/** The button; spread what it is given onto it. */
	trigger: (trigger: PopoverTrigger) => JSX.Element;
	/** Made when it opens. */
	children: (close: () => void) => JSX.Element;
};

/** Details one click away: closes by Escape and by a click elsewhere. */
export function Popover(props: PopoverProps) {
	const id = createUniqueId();
	const triggerId = `${id}-trigger`;
	const [open, setOpen] = createSignal(false);
	let box!: HTMLDivElement;

	const trigger: PopoverTrigger = {
		id: triggerId,
		popovertarget: id,
		get "aria-expanded"() {
			return open();
		},
	};

	// what comes late makes it larger
	const resized = new ResizeObserver(place);
	onCleanup(() => resized.disconnect());

	function toggled(event: ToggleEvent) {
		setOpen(event.newState === "open");
		if (open()) resized.observe(box);
		else resized.disconnect();
	}

	function place() {
		const anchor = document.getElementById(triggerId);
		if (open() && anchor !== null)
			placePopover(box, anchor, { side: "bottom", align: props.align ?? "end", gapPx: 6 });
	}

	return (
		<>
			{props.trigger(trigger)}
			<div
				ref={box}
				id={id}
				class={`menu ${props.class ?? ""}`}
				role="dialog"
				aria-label={props.label}
				popover="auto"
				onToggle={toggled}
			>
				<Show when={open()}>{props.children(() => box.hidePopover())}</Show>
			</div>
		</>
	);
}
