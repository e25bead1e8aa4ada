import { Clock, CloudUpload, FileWarning, Globe, HardDrive, type IconNode, Users } from "lucide";
import { For, Show } from "solid-js";
import { subscriptionName } from "#features/transfers/subscription-name.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import type { Session } from "#session/session.tsx";
import { Icon } from "#ui/icon.tsx";
import type { SyncWords } from "./create-sync-words.ts";
import type { Waiting } from "./waiting-list.ts";

/** More than this is a number. */
const MOST_WAITING = 8;
const SKEW_WARNING_MS = 5 * 60_000;

type ConnectionFactsProps = { session: Session; sync: SyncWords; waiting: readonly Waiting[] };

/** The figures of the connection, what waits in order, and a clock that is wrong. */
export function ConnectionFacts(props: ConnectionFactsProps) {
	const messages = useMessages();
	const format = useFormat();

	const words = () => messages().app.connection;
	const number = (value: number) => format().number(value);
	const isSynced = () => props.sync.state() === "synced";
	const isUnreachable = () => props.sync.state() === "unreachable";
	const skewMs = () => props.session.clockSkewMs() ?? 0;
	const unreadable = () =>
		props.session.customers.unreadable() +
		props.session.agreements.unreadable() +
		props.session.unreadableSchedules();
	const copy = () => {
		const storage = props.session.storage();
		const count = props.session.customers.all().size;
		const size = storage.state === "ok" ? format().bytes(storage.sizeBytes) : "–";
		return words().copyOf(number(count), count === 1, size);
	};
	const skew = () => {
		const minutes = number(Math.round(Math.abs(skewMs()) / 60_000));
		const { ahead, behind } = messages().app.clock;
		return skewMs() > 0 ? ahead(minutes) : behind(minutes);
	};

	function submitted(entry: Waiting): string {
		const { customer, line, terms } = entry.revision;
		const name = subscriptionName(props.session, line);
		const what = `${name}, ${customer.name}`;
		return entry.kind === "withdrawal" ? words().withdrawal(what) : `${number(terms.quantity)} × ${what}`;
	}

	return (
		<>
			<ul>
				<Show when={isSynced() || props.sync.state() === "local"}>
					<Fact icon={HardDrive} label={words().copy} value={copy()} />
				</Show>
				<Show when={isSynced()}>
					<Fact icon={Users} label={words().colleagues} value={number(props.session.colleagues().length)} />
					<Show when={props.session.clockSkewMs() !== undefined}>
						<Fact
							icon={Clock}
							label={words().clock}
							value={words().seconds(number(Math.round(skewMs() / 100) / 10))}
						/>
					</Show>
				</Show>
				<Show when={isUnreachable()}>
					<Fact icon={Globe} label={location.host} value="" />
				</Show>
				<Show when={props.waiting.length === 0 && props.sync.unsent() > 0 && !isSynced()}>
					<Fact
						icon={CloudUpload}
						tone="t-local"
						label={words().unsent}
						value={words().changes(number(props.sync.unsent()), props.sync.unsent() === 1)}
					/>
				</Show>
				<For each={props.waiting.slice(0, MOST_WAITING)}>
					{(entry) => (
						<Fact
							icon={CloudUpload}
							tone="t-local"
							label={submitted(entry)}
							value={format().time(entry.at)}
						/>
					)}
				</For>
				<Show when={props.waiting.length > MOST_WAITING}>
					<Fact
						icon={CloudUpload}
						tone="t-local"
						label={words().more(number(props.waiting.length - MOST_WAITING))}
						value=""
					/>
				</Show>
				<Show when={unreadable() > 0}>
					<Fact icon={FileWarning} tone="t-warn" label={words().unreadable} value={number(unreadable())} />
				</Show>
			</ul>
			<Show when={Math.abs(skewMs()) > SKEW_WARNING_MS}>
				<p class="pop-note">
					<b>{skew()}</b> {messages().app.clock.text}
				</p>
			</Show>
		</>
	);
}

function Fact(props: { tone?: string; icon: IconNode; label: string; value: string }) {
	return (
		<li>
			<span class={props.tone ?? "t-3"}>
				<Icon of={props.icon} />
			</span>
			<span class="truncate">{props.label}</span>
			<span class="end-auto">{props.value}</span>
		</li>
	);
}
