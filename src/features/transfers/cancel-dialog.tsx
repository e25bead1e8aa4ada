import { useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";

/** Asks once before a committed schedule is given up. */
export function CancelDialog(props: { open: boolean; onClose(): void; onConfirm(): void }) {
	const messages = useMessages();

	const words = () => messages().transfers.panel.confirm;

	return (
		<Dialog
			open={props.open}
			title={words().title}
			onClose={() => props.onClose()}
			foot={
				<>
					<Button onClick={() => props.onClose()}>{words().keep}</Button>
					<Button variant="danger" onClick={() => props.onConfirm()}>
						{words().cancel}
					</Button>
				</>
			}
		>
			<p>{words().text}</p>
		</Dialog>
	);
}
