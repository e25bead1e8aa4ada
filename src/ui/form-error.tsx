import { CircleAlert } from "lucide";
import { Show } from "solid-js";
import { Icon } from "./icon.tsx";

/** Why a form was not accepted, read out at once; what was typed stays. */
export function FormError(props: { text: string | undefined }) {
	return (
		<Show when={props.text}>
			{(text) => (
				<p class="form-error" role="alert">
					<Icon of={CircleAlert} size="sm" />
					<span>{text()}</span>
				</p>
			)}
		</Show>
	);
}
