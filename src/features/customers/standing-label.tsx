import {
	Ban,
	CircleDashed,
	CircleQuestionMark,
	Handshake,
	type IconNode,
	Send,
	Unlink,
	UserRoundX,
} from "lucide";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import type { Standing } from "./create-customer-list.ts";

const ICONS: Readonly<Record<Standing, IconNode>> = {
	active: Handshake,
	requested: Send,
	expired: Unlink,
	none: UserRoundX,
	unchecked: CircleDashed,
	"other-region": Ban,
	"tenant-unknown": CircleQuestionMark,
};

/** The relationship with a customer, or why there can be none. */
export function StandingLabel(props: { standing: Standing }) {
	const messages = useMessages();

	return (
		<span class="standing" data-standing={props.standing}>
			<Icon of={ICONS[props.standing]} />
			{messages().customers.relationship[props.standing]}
		</span>
	);
}
