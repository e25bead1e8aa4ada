import {
	Ban,
	CalendarX2,
	CheckCheck,
	CircleCheck,
	CircleDashed,
	CircleQuestionMark,
	CircleSlash2,
	CloudUpload,
	Hourglass,
	type IconNode,
	Landmark,
	Lock,
	OctagonAlert,
	PencilLine,
	UserRoundX,
} from "lucide";
import { Show } from "solid-js";
import type { Agreement } from "#domain/agreement.ts";
import type { IneligibleReason } from "#domain/eligibility.ts";
import type { SubscriptionState } from "#domain/subscription-state.ts";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { Pill } from "#ui/pill.tsx";

type Look = { readonly icon: IconNode; readonly state?: string; readonly tone?: "bad" };

const LOOKS: Readonly<Record<Exclude<SubscriptionState["state"], "ineligible">, Look>> = {
	available: { icon: CircleDashed, state: "available" },
	draft: { icon: PencilLine, state: "draft" },
	waiting: { icon: CloudUpload, state: "waiting" },
	committed: { icon: CheckCheck, state: "committed" },
	refused: { icon: OctagonAlert, tone: "bad" },
	held: { icon: Lock, state: "taken" },
	unsupported: { icon: CircleSlash2, state: "unsupported" },
	"public-sector": { icon: Landmark, state: "public" },
	"extended-term": { icon: Hourglass, state: "ept" },
};

const INELIGIBLE_ICONS: Readonly<Record<IneligibleReason, IconNode>> = {
	"tenant-unknown": CircleQuestionMark,
	"no-relationship": UserRoundX,
	"other-region": Ban,
	"partner-may-not-transact": PencilLine,
	"already-renewed": CircleCheck,
	"outside-window": CalendarX2,
};

/** The state of an EA subscription: icon and words, and why as a tooltip. `inline`: the words stand elsewhere. */
export function SubscriptionPill(props: {
	state: SubscriptionState;
	agreement: Agreement;
	inline?: boolean | undefined;
}) {
	const messages = useMessages();
	const why = useStateReason();

	const look = (): Look =>
		props.state.state === "ineligible"
			? { icon: INELIGIBLE_ICONS[props.state.reason], state: "unsupported" }
			: LOOKS[props.state.state];
	const label = () =>
		props.state.state === "ineligible"
			? messages().states.ineligible[props.state.reason]
			: messages().states[props.state.state];
	const commitNumber = () =>
		props.state.state === "committed" ? String(props.state.commitment.commitNumber) : undefined;

	return (
		<Pill
			state={look().state}
			tone={look().tone}
			icon={look().icon}
			why={props.inline ? undefined : why(props.state, props.agreement)}
		>
			{label()}
			<Show when={commitNumber()}>
				{(number) => <span class="mono">{messages().transfers.commitNumber(number())}</span>}
			</Show>
		</Pill>
	);
}

/** The sentence behind a state that is not in the person's hand, otherwise `undefined`. */
export function useStateReason(): (state: SubscriptionState, agreement: Agreement) => string | undefined {
	const messages = useMessages();
	const format = useFormat();

	return (state, agreement) => {
		const { why, refusal } = messages().states;
		switch (state.state) {
			case "held":
			case "unsupported":
			case "public-sector":
				return why[state.state];
			case "extended-term":
				return agreement.eptOptOutOn === undefined
					? why["extended-term"]
					: why.extendedTermUntil(format().day(agreement.eptOptOutOn));
			case "ineligible":
				return why[state.reason];
			case "refused":
				return refusal[state.reason];
			case "available":
			case "draft":
			case "waiting":
			case "committed":
				return undefined;
		}
	};
}
