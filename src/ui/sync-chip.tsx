import type { IconNode } from "lucide";
import { Show, splitProps } from "solid-js";
import { Icon } from "./icon.tsx";

type SyncChipProps = {
	/** `local`, `synced`, `syncing`, `offline`, `signin`, `refused`: chooses the tint. */
	state: string;
	icon: IconNode;
	busy?: boolean | undefined;
	label: string;
	detail?: string | undefined;
	id: string;
	popovertarget: string;
	"aria-expanded": boolean;
};

/** Says in the header what is saved where; opens its details. */
export function SyncChip(props: SyncChipProps) {
	const [own, rest] = splitProps(props, ["state", "icon", "busy", "label", "detail"]);

	return (
		<button type="button" {...rest} class="sync" data-state={own.state}>
			<Icon of={own.icon} spin={own.busy ?? false} />
			<span>{own.label}</span>
			<Show when={own.detail}>{(detail) => <small>{detail()}</small>}</Show>
		</button>
	);
}
