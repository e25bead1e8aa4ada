import { type Accessor, createSignal, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Button } from "#ui/button.tsx";

export type Limit = ReturnType<typeof createLimit>;

/** How many rows of a long list are shown: some at first, then more by hand. */
export function createLimit(first: number, total: Accessor<number>) {
	const [wanted, setWanted] = createSignal(first);
	return {
		shown: () => Math.min(wanted(), total()),
		hidden: () => Math.max(0, total() - wanted()),
		showMore: (count: number) => setWanted((before) => before + count),
	};
}

const STEP = 500;

export function MoreRows(props: { limit: Limit }) {
	const messages = useMessages();
	const format = useFormat();
	const next = () => Math.min(STEP, props.limit.hidden());

	return (
		<Show when={next() > 0}>
			<div class="import-more">
				<Button size="sm" onClick={() => props.limit.showMore(STEP)}>
					{messages().imports.more(format().number(next()))}
				</Button>
			</div>
		</Show>
	);
}
