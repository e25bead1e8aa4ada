import { Plus, X } from "lucide";
import { Show } from "solid-js";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { Menu } from "#ui/menu.tsx";

type FilterChipProps = {
	label: string;
	value: string | undefined;
	options: readonly { readonly value: string; readonly label: string }[];
	onChange(value: string | undefined): void;
};

/** A filter that is offered, or set with its value and a button that takes it back. */
export function FilterChip(props: FilterChipProps) {
	const messages = useMessages();

	const chosen = () => props.options.find((option) => option.value === props.value)?.label ?? props.value;
	const entries = () =>
		props.options.map((option) => ({
			kind: "action" as const,
			label: option.label,
			run: () => props.onChange(option.value),
		}));

	return (
		<Show
			when={props.value !== undefined}
			fallback={
				<Menu
					label={props.label}
					align="start"
					entries={entries()}
					trigger={(trigger) => (
						<button type="button" class="chip" {...trigger}>
							<Icon of={Plus} />
							{props.label}
						</button>
					)}
				/>
			}
		>
			<span class="chip" data-on="">
				{props.label} <b>{chosen()}</b>
				<button
					type="button"
					aria-label={messages().customers.filter.remove(props.label)}
					onClick={() => props.onChange(undefined)}
				>
					<Icon of={X} size="xs" />
				</button>
			</span>
		</Show>
	);
}
