import { X } from "lucide";
import { createUniqueId, type JSX, onCleanup, onMount } from "solid-js";
import { Button } from "./button.tsx";
import { usePageFrame } from "./page-frame.tsx";
import { Slot } from "./slot.tsx";

type SidePanelProps = {
	/** Beside the heading: state, for example. */
	title: JSX.Element;
	/** Small, above the heading. */
	eyebrow?: JSX.Element;
	/** Buttons before the closing one. */
	actions?: JSX.Element;
	closeLabel: string;
	onClose(): void;
	foot?: JSX.Element;
	children: JSX.Element;
};

/** Edits beside the list, not over it: docked at the end, on phones a sheet from below. Escape closes, the focus goes back. */
export function SidePanel(props: SidePanelProps) {
	const frame = usePageFrame();
	const titleId = createUniqueId();
	const before = document.activeElement;
	let panel!: HTMLElement;

	onMount(() => {
		onCleanup(frame.openPanel());
		panel.focus({ preventScroll: true });
	});
	onCleanup(() => {
		// closed by somebody else: only now, and after the panel is gone, whose fields would still hear of it
		if (hasFocus()) queueMicrotask(giveFocusBack);
	});

	function hasFocus(): boolean {
		return panel.contains(document.activeElement) || document.activeElement === document.body;
	}

	function giveFocusBack() {
		if (before instanceof HTMLElement) before.focus({ preventScroll: true });
	}

	/** The focus goes first, so that a field that loses it can still ask for what the panel shows. */
	function close() {
		if (hasFocus()) giveFocusBack();
		props.onClose();
	}

	function keyDown(event: KeyboardEvent) {
		if (event.key !== "Escape" || event.defaultPrevented) return;
		event.preventDefault();
		close();
	}

	return (
		<>
			<button type="button" class="veil" tabindex={-1} aria-label={props.closeLabel} onClick={close} />
			<aside ref={panel} class="panel" aria-labelledby={titleId} tabindex={-1} onKeyDown={keyDown}>
				<div class="panel-head">
					<div class="grow">
						<Slot as="p" class="eyebrow">
							{props.eyebrow}
						</Slot>
						<h2 id={titleId}>{props.title}</h2>
					</div>
					<div class="end">
						{props.actions}
						<Button variant="ghost" size="sm" icon={X} label={props.closeLabel} onClick={close} />
					</div>
				</div>
				<div class="panel-body">{props.children}</div>
				<Slot class="panel-foot">{props.foot}</Slot>
			</aside>
		</>
	);
}
