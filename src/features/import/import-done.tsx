import { CircleCheck, Undo2 } from "lucide";
import { createSignal, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import { useSession } from "#session/session.tsx";
import { Banner } from "#ui/banner.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import type { Applied } from "./create-import.ts";

/** What an import has written, with the way back. */
export function ImportDone(props: { applied: Applied; onAgain(): void }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const [isUndone, setUndone] = createSignal(false);

	const words = () => messages().imports.done;
	const n = (value: number) => format().number(value);
	const sentence = (of: "agreements" | "customers") => {
		const { new: fresh, changed, unchanged } = props.applied.counts[of];
		return words()[of](n(fresh), n(changed), n(unchanged));
	};
	/** Whatever else was done meanwhile must not be undone in its stead. */
	const canUndo = () => {
		const { witness } = props.applied;
		if (witness === undefined || isUndone() || !session.undo.can()) return false;
		const records: ReadonlyMap<string, object> = session[witness.of].all();
		return JSON.stringify(records.get(witness.id)) === witness.text;
	};

	function undo() {
		session.undo.undo();
		setUndone(true);
	}

	return (
		<div class="import-done" role="status">
			<Show
				when={!isUndone()}
				fallback={
					<Banner tone="neutral" icon={Undo2} title={words().undone}>
						{words().undoneText}
					</Banner>
				}
			>
				<Banner
					tone="ok"
					icon={CircleCheck}
					title={words().title}
					action={
						<Show when={canUndo()}>
							<Button icon={Undo2} onClick={undo}>
								{words().undo}
							</Button>
						</Show>
					}
				>
					{sentence("agreements")} {sentence("customers")}
				</Banner>
			</Show>
			<div class="row">
				<ButtonLink variant="primary" href={paths.customers()}>
					{words().customersLink}
				</ButtonLink>
				<Button onClick={() => props.onAgain()}>{words().again}</Button>
			</div>
		</div>
	);
}
