import { X } from "lucide";
import { createEffect, createUniqueId, type JSX, on, Show } from "solid-js";
import { Button } from "./button.tsx";
import { Slot } from "./slot.tsx";

type DialogProps = {
	open: boolean;
	title: string;
	/** For what is only read: wider, and closed by a button of this name or a click beside it. */
	closeLabel?: string | undefined;
	/** Asked for by Escape, too. */
	onClose(): void;
	/** Buttons; the first that is safe comes first. */
	foot?: JSX.Element;
	children: JSX.Element;
};

/** Asks for a decision: modal, keeps the focus inside and gives it back. */
export function Dialog(props: DialogProps) {
	const titleId = createUniqueId();
	let dialog!: HTMLDialogElement;

	createEffect(
		on(
			() => props.open,
			(open) => {
				if (open && !dialog.open) dialog.showModal();
				if (!open && dialog.open) dialog.close();
			},
		),
	);

	return (
		<dialog
			ref={dialog}
			class="dialog"
			data-wide={props.closeLabel === undefined ? undefined : ""}
			aria-labelledby={titleId}
			onClose={() => props.onClose()}
			onPointerDown={(event) => {
				if (event.target === dialog && props.closeLabel !== undefined) dialog.close();
			}}
		>
			<Show when={props.open}>
				<div class="dialog-body">
					<div class="row">
						<h2 id={titleId} class="grow">
							{props.title}
						</h2>
						<Show when={props.closeLabel}>
							{(label) => (
								<Button variant="ghost" size="sm" icon={X} label={label()} onClick={() => dialog.close()} />
							)}
						</Show>
					</div>
					{props.children}
				</div>
				<Slot class="dialog-foot">{props.foot}</Slot>
			</Show>
		</dialog>
	);
}
