import { BadgePercent } from "lucide";
import { createMemo, Show } from "solid-js";
import type { Day } from "#domain/day.ts";
import { type Quote, quote } from "#domain/price.ts";
import type { Terms } from "#domain/schedule.ts";
import { isEndOfSale } from "#domain/sku.ts";
import type { TermsAsk } from "#domain/terms.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { lastDay } from "./row-schedule.ts";

/** What the chosen terms cost, with the promotion that applies by itself. */
export function PriceSum(props: { ask: TermsAsk; terms: Terms }) {
	const messages = useMessages();

	const words = () => messages().transfers.panel;
	const priced = createMemo(() => quoteOf(props.ask, props.terms));
	const why = () => {
		const { catalogue, sku, market } = props.ask;
		if (catalogue === undefined || !catalogue.markets.has(market)) return words().noPriceList;
		if (sku === undefined) return words().noSku;
		return isEndOfSale(catalogue, sku, market) ? words().noPriceEndOfSale : words().noPrice;
	};

	return (
		<Show when={priced()} fallback={<p class="hint">{why()}</p>}>
			{(found) => <Sum quote={found()} terms={props.terms} end={lastDay(props.ask.start, props.terms)} />}
		</Show>
	);
}

function Sum(props: { quote: Quote; terms: Terms; end: Day }) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().transfers.panel;
	const money = (hundredths: number) => format().money(hundredths, props.quote.currency);
	const unit = () => {
		const { unitMonthly, unitAnnual, unitTriennial } = words();
		const text = { monthly: unitMonthly, annual: unitAnnual, triennial: unitTriennial };
		return text[props.terms.billingPlan](format().number(props.terms.quantity), money(props.quote.unitPrice));
	};
	const net = () => {
		const { netMonthly, netAnnual, netTriennial } = words();
		return { monthly: netMonthly, annual: netAnnual, triennial: netTriennial }[props.terms.billingPlan];
	};

	return (
		<>
			<Show when={props.quote.promotion}>
				{(promotion) => (
					<p class="promo">
						<Icon of={BadgePercent} />
						<span>{words().promotion(promotion().name)}</span>
						<span class="end-auto">{format().percent(-promotion().discountPercent)}</span>
					</p>
				)}
			</Show>
			<dl class="sum">
				<dt>{unit()}</dt>
				<dd>{money(props.quote.gross)}</dd>
				<Show when={props.quote.discount > 0}>
					<dt>{words().promotionRow}</dt>
					<dd>{money(-props.quote.discount)}</dd>
				</Show>
				<dt class="total">{net()}</dt>
				<dd class="total">{money(props.quote.net)}</dd>
				<dt>{words().firstTerm(format().day(props.end))}</dt>
				<dd>{money(props.quote.firstTermTotal)}</dd>
			</dl>
		</>
	);
}

function quoteOf(ask: TermsAsk, terms: Terms): Quote | undefined {
	const { catalogue, sku, market, segment, start } = ask;
	if (catalogue === undefined || sku === undefined) return undefined;
	return quote(catalogue, { sku, market, segment, start, terms });
}
