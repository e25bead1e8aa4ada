import { createSignal, For, Show } from "solid-js";
import { CatalogueRows } from "#domain/catalogue.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { CatalogueReceipt } from "#protocol/api.ts";
import { type ApiFailure, callApi } from "#session/api.ts";
import { createQuery } from "#session/create-query.ts";
import { FileDrop } from "#ui/file-drop.tsx";
import { FormError } from "#ui/form-error.tsx";
import { ReceiptCard } from "./receipt-card.tsx";

type Upload = { readonly name: string } & (
	| { readonly state: "taken"; readonly receipt: CatalogueReceipt }
	| { readonly state: "refused"; readonly failure: ApiFailure }
);

/** What the server's catalogue holds, and files that bring more, each with what was recognised and rejected. */
export function CatalogueSection() {
	const messages = useMessages();
	const format = useFormat();
	const catalogue = createQuery(() => callApi(CatalogueRows, "GET", "/api/catalogue"));
	const [uploads, setUploads] = createSignal<readonly Upload[]>([]);
	const [reading, setReading] = createSignal<string>();

	const words = () => messages().people;
	const counts = () => {
		const rows = catalogue.value();
		if (rows === undefined) return [];
		const markets = [...new Set(rows.prices.map((price) => price.market))].sort();
		return [
			{ label: words().operator.kinds.offers, rows: rows.offers.length, markets: [] },
			{ label: words().operator.kinds.prices, rows: rows.prices.length, markets },
			{ label: words().operator.kinds.parts, rows: rows.parts.length, markets: [] },
			{ label: words().operator.kinds.promotions, rows: rows.promotions.length, markets: [] },
		];
	};
	const failure = () => {
		const code = catalogue.failure();
		return code && words().errors[code];
	};

	async function upload(files: readonly File[]): Promise<void> {
		for (const file of files) {
			setReading(file.name);
			const answer = await callApi(CatalogueReceipt, "POST", "/api/catalogue", file);
			const upload: Upload = answer.ok
				? { name: file.name, state: "taken", receipt: answer.value }
				: { name: file.name, state: "refused", failure: answer.error };
			setUploads((before) => [upload, ...before]);
		}
		setReading(undefined);
		await catalogue.reload();
	}

	return (
		<div class="people">
			<p class="t-2">{words().operator.catalogueText}</p>
			<dl class="facts">
				<For each={counts()}>
					{(count) => (
						<div>
							<dt>{count.label}</dt>
							<dd>
								{words().operator.rows(format().number(count.rows), count.rows === 1)}
								<Show when={count.markets.length > 0}>
									<small>{count.markets.join(", ")}</small>
								</Show>
							</dd>
						</div>
					)}
				</For>
			</dl>
			<FileDrop
				label={words().operator.chooseFiles}
				hint={words().operator.dropFiles}
				accept=".csv,text/csv"
				multiple
				busy={reading() !== undefined}
				onFiles={(files) => void upload(files)}
			/>
			<p class="hint" role="status">
				<Show when={reading()}>{(name) => words().operator.uploading(name())}</Show>
			</p>
			<FormError text={failure()} />
			<For each={uploads()}>
				{(upload) => (
					<ReceiptCard
						name={upload.name}
						receipt={upload.state === "taken" ? upload.receipt : undefined}
						failure={upload.state === "refused" ? upload.failure : undefined}
					/>
				)}
			</For>
		</div>
	);
}
