import { createMemo, For, Show } from "solid-js";
import type { Catalogue, Price } from "#domain/catalogue.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { ScrollTable } from "./scroll-table.tsx";

/** The counts of a catalogue, and its price lists by market. */
export function CatalogueContent(props: { catalogue: Catalogue }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().imports.catalogue;
	const n = (value: number) => format().number(value);
	const lists = createMemo(() => {
		const prices = [...props.catalogue.pricesBySkuAndMarket.values()].flat();
		return [...Map.groupBy(prices, (price) => price.market)].map(toList).sort(byMarket);
	});
	const counts = () => [
		{ label: words().kinds.offers, value: props.catalogue.offerBySku.size },
		{ label: words().kinds.parts, value: props.catalogue.skuByPart.size },
		{ label: words().kinds.promotions, value: [...props.catalogue.promotionsBySku.values()].flat().length },
	];

	return (
		<>
			<dl class="import-counts">
				<For each={counts()}>
					{(count) => (
						<div>
							<dt>{count.label}</dt>
							<dd>{count.value === 0 ? "–" : n(count.value)}</dd>
							<Show when={count.value === 0}>
								<dd>{words().none}</dd>
							</Show>
						</div>
					)}
				</For>
			</dl>
			<div class="card">
				<div class="card-head">
					<h2 id="price-lists">{words().prices.title}</h2>
					<Show when={lists().length === 0}>
						<span class="end">{words().none}</span>
					</Show>
				</div>
				<Show when={lists().length > 0} fallback={<p class="card-body t-3">{words().noneText}</p>}>
					<ScrollTable labelledBy="price-lists">
						<thead>
							<tr>
								<th scope="col">{words().prices.market}</th>
								<th scope="col">{words().prices.currency}</th>
								<th scope="col" class="r">
									{words().prices.products}
								</th>
								<th scope="col" class="r">
									{words().prices.rows}
								</th>
								<th scope="col">{words().prices.newest}</th>
							</tr>
						</thead>
						<tbody>
							<For each={lists()}>
								{(list) => (
									<tr>
										<td class="name">{list.market}</td>
										<td>{list.currencies}</td>
										<td class="r">{n(list.products)}</td>
										<td class="r">{n(list.rows)}</td>
										<td>{format().day(list.newest)}</td>
									</tr>
								)}
							</For>
						</tbody>
					</ScrollTable>
				</Show>
			</div>
		</>
	);
}

type PriceList = { market: string; currencies: string; products: number; rows: number; newest: string };

function toList([market, prices]: readonly [string, readonly Price[]]): PriceList {
	return {
		market,
		currencies: [...new Set(prices.map((price) => price.currency))].join(", "),
		products: new Set(prices.map((price) => price.sku)).size,
		rows: prices.length,
		newest: prices.reduce(
			(newest: string, price) => (price.from > newest ? price.from : newest),
			"0000-01-01",
		),
	};
}

function byMarket(a: PriceList, b: PriceList): number {
	return a.market < b.market ? -1 : 1;
}
