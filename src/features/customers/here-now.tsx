import type { CustomerId } from "#domain/customer.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Colleague } from "#session/presence.ts";
import { useSession } from "#session/session.tsx";
import { type AvatarPerson, AvatarStack, type Live } from "#ui/avatar.tsx";

/** The colleagues who are on a customer now; a ring tells who edits. */
export function HereNow(props: { customerId: CustomerId }) {
	const session = useSession();
	const messages = useMessages();

	const people = (): AvatarPerson[] =>
		session
			.colleagues()
			.filter((one) => one.place.customerId === props.customerId)
			.map((one) => ({ name: one.name, hue: one.hue, live: liveOf(one), label: label(one) }));

	function label(one: Colleague): string {
		const words = messages().customers;
		return liveOf(one) === "editing" ? words.editing(one.name) : words.here(one.name);
	}

	return <AvatarStack people={people()} max={3} size="sm" />;
}

function liveOf(one: Colleague): Live {
	if (one.away) return "away";
	return one.place.scheduleId === undefined ? "on" : "editing";
}
