import { CircleAlert, CircleCheck, TriangleAlert } from "lucide";
import { For, Show } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { CatalogueReceipt } from "#protocol/api.ts";
import type { ApiFailure } from "#session/api.ts";
import { Banner } from "#ui/banner.tsx";

type ReceiptCardProps = {
	/** Of the file. */
	name: string;
	receipt: CatalogueReceipt | undefined;
	failure: ApiFailure | undefined;
};

/** What became of one file: what it was taken for, its rows, and every row that was rejected with its reason. */
export function ReceiptCard(props: ReceiptCardProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().people;
	/** The server may be newer and know a reason that has no sentence here: then its word stands. */
	const reasons = (): Readonly<Record<string, string>> => messages().imports.reasons;
	const rows = (count: number) => words().operator.rows(format().number(count), count === 1);

	return (
		<Show
			when={props.receipt}
			fallback={
				<Banner tone="bad" icon={CircleAlert} title={props.name}>
					{words().errors[props.failure ?? "unknown"]}
				</Banner>
			}
		>
			{(receipt) => (
				<Banner
					tone={receipt().rejected.length === 0 ? "ok" : "warn"}
					icon={receipt().rejected.length === 0 ? CircleCheck : TriangleAlert}
					title={props.name}
				>
					{[words().operator.kinds[receipt().kind], ...receipt().markets, rows(receipt().rows)].join(", ")}
					<Show when={receipt().rejected.length > 0}>
						<details>
							<summary>
								{words().operator.rejected(
									format().number(receipt().rejected.length),
									receipt().rejected.length === 1,
								)}
							</summary>
							<ul>
								<For each={receipt().rejected}>
									{(row) => (
										<li>{`${words().operator.row(format().number(row.row))}: ${reasons()[row.reason] ?? row.reason}`}</li>
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
