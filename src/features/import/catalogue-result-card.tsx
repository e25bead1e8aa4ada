import { CircleAlert, CircleCheck, TriangleAlert } from "lucide";
import { For, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Banner } from "#ui/banner.tsx";
import type { CatalogueResult } from "./create-catalogue-import.ts";

/** What became of one catalogue file: what it was taken for, its rows, and every rejected row with its reason. */
export function CatalogueResultCard(props: { result: CatalogueResult }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports;
	const n = (value: number) => format().number(value);
	const taken = () => (props.result.state === "taken" ? props.result.file : undefined);
	const refusal = () => (props.result.state === "refused" ? props.result.reason : "none");
	const summary = (file: NonNullable<ReturnType<typeof taken>>) => {
		const said: string[] = [words().catalogue.kinds[file.kind], ...file.markets];
		if (file.kind === "prices" && file.isPreview) said.push(words().catalogue.preview);
		said.push(words().catalogue.rows(n(file.rows.length), file.rows.length === 1));
		if (file.kind === "prices" && file.trials > 0)
			said.push(words().catalogue.trials(n(file.trials), file.trials === 1));
		return said.join(", ");
	};

	return (
		<Show
			when={taken()}
			fallback={
				<Banner tone="bad" icon={CircleAlert} title={props.result.name} urgent>
					{words().catalogue.refused[refusal()]}
				</Banner>
			}
		>
			{(file) => (
				<Banner
					tone={file().rejected.length === 0 ? "ok" : "warn"}
					icon={file().rejected.length === 0 ? CircleCheck : TriangleAlert}
					title={props.result.name}
				>
					{summary(file())}
					<Show when={file().rejected.length > 0}>
						<details>
							<summary>
								{words().catalogue.rejected(n(file().rejected.length), file().rejected.length === 1)}
							</summary>
							<ul>
								<For each={file().rejected}>
									{(row) => (
										<li>{`${words().catalogue.line(n(row.row))}: ${words().reasons[row.reason]}`}</li>
									)}
								</For>
							</ul>
						</details>
					</Show>
				</Banner>
			)}
		</Show>
	);
}
