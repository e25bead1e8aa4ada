import { BadgeCheck, CircleAlert, ReceiptText, RefreshCw } from "lucide";
import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import type { Committed, Receipt } from "#domain/verdict.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { checkReceipt } from "#session/receipt-check.ts";
import { useSession } from "#session/session.tsx";
import { Banner } from "#ui/banner.tsx";
import { Button } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";

/** The proof of a commit: its place, and whether its signature holds, checked on this device. */
export function CommitReceipt(props: { verdict: Committed }) {
	const messages = useMessages();

	return (
		<Show when={props.verdict.receipt} fallback={<p class="hint">{messages().transfers.receipt.local}</p>}>
			{(receipt) => <Details verdict={props.verdict} receipt={receipt()} />}
		</Show>
	);
}

function Details(props: { verdict: Committed; receipt: Receipt }) {
	const session = useSession();
	const messages = useMessages();
	const format = useFormat();
	const [asked, setAsked] = createSignal(0);
	const [state] = createResource(
		() => ({ verdict: props.verdict, receipt: props.receipt, key: session.publicKey(), again: asked() }),
		({ verdict, receipt }) => checkReceipt(session, verdict, receipt),
	);

	const words = () => messages().transfers.receipt;
	const result = () => (state.loading ? undefined : state.latest);

	return (
		<>
			<Show when={result() === "invalid"}>
				<Banner tone="bad" icon={CircleAlert} title={words().invalid} urgent />
			</Show>
			<details class="receipt" open>
				<summary>
					<Icon of={ReceiptText} />
					{words().title}
					<span class="end-auto receipt-state" data-state={result()} role="status">
						<Switch fallback={words().checking}>
							<Match when={result() === "valid"}>
								<Icon of={BadgeCheck} size="sm" />
								{words().valid}
							</Match>
							<Match when={result() === "invalid"}>
								<Icon of={CircleAlert} size="sm" />
								{words().invalidShort}
							</Match>
							<Match when={result() === "unsupported"}>{words().unsupported}</Match>
							<Match when={result() === "no-key"}>{words().noKey}</Match>
						</Switch>
					</span>
				</summary>
				<dl class="dl">
					<dt>{words().number}</dt>
					<dd class="mono">{messages().transfers.commitNumber(String(props.verdict.commitNumber))}</dd>
					<dt>{words().at}</dt>
					<dd>
						<time datetime={props.receipt.at}>{format().moment(props.receipt.at)}</time>
					</dd>
					<dt>{words().index}</dt>
					<dd>{format().number(props.receipt.index)}</dd>
					<dt>{words().key}</dt>
					<dd class="mono">{props.receipt.keyId}</dd>
					<dt>{words().hash}</dt>
					<dd class="mono wrap">{props.receipt.hash}</dd>
				</dl>
				<Button size="sm" icon={RefreshCw} onClick={() => setAsked((times) => times + 1)}>
					{words().verify}
				</Button>
			</details>
		</>
	);
}
