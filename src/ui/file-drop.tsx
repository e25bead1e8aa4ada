import { Upload } from "lucide";
import { createSignal, createUniqueId, Show } from "solid-js";
import { Icon } from "./icon.tsx";

type FileDropProps = {
	label: string;
	/** Beside the label: that files may be dropped. */
	hint: string;
	/** As the `accept` attribute. */
	accept: string;
	multiple?: boolean | undefined;
	busy?: boolean | undefined;
	onFiles(files: readonly File[]): void;
};

/** Takes files by choosing or dropping. */
export function FileDrop(props: FileDropProps) {
	const id = createUniqueId();
	const [over, setOver] = createSignal(false);

	function take(files: FileList | null | undefined) {
		const taken = [...(files ?? [])];
		if (taken.length > 0 && !props.busy) props.onFiles(props.multiple ? taken : taken.slice(0, 1));
	}

	return (
		<label
			class="file-drop"
			for={id}
			data-over={over() ? "" : undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				take(event.dataTransfer?.files);
			}}
		>
			<Icon of={Upload} />
			<b>{props.label}</b>
			<Show when={props.hint}>
				<span>{props.hint}</span>
			</Show>
			<input
				id={id}
				class="sr"
				type="file"
				accept={props.accept}
				multiple={props.multiple}
				disabled={props.busy}
				onChange={(event) => {
					take(event.currentTarget.files);
					event.currentTarget.value = ""; // the same file may be chosen again
				}}
			/>
		</label>
	);
}
