import { createEffect, createUniqueId, type JSX, on, Show } from "solid-js";

type DialogProps = {
	open: boolean;
	title: string;
	/** Wider than a question: for lists. */
	wide?: boolean | undefined;
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
			data-wide={props.wide ? "" : undefined}
			aria-labelledby={titleId}
			onClose={() => props.onClose()}
		>
			<Show when={props.open}>
				<div class="dialog-body">
					<h2 id={titleId}>{props.title}</h2>
					{props.children}
				</div>
				<Show when={props.foot}>
					<footer class="dialog-foot">{props.foot}</footer>
				</Show>
			</Show>
		</dialog>
	);
}
