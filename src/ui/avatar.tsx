import { For, Show } from "solid-js";

export type Live = "on" | "away" | "editing";

export type AvatarPerson = {
	readonly name: string;
	/** 1 to 5: the `--person-n` token. */
	readonly hue: number;
	readonly live?: Live | undefined;
	/** Name and what they do, for screen readers and the hint; otherwise the name. */
	readonly label?: string | undefined;
};

/** A person's initials in their colour; a dot tells whether they are here, a ring that they edit. */
export function Avatar(
	props: AvatarPerson & {
		size?: "sm" | "lg" | undefined /** The name stands beside it. */;
		silent?: boolean;
	},
) {
	const label = () => props.label ?? props.name;

	return (
		<span
			class="avatar"
			data-p={props.hue}
			data-size={props.size}
			data-live={props.live}
			role="img"
			aria-hidden={props.silent ? "true" : undefined}
			aria-label={label()}
			title={label()}
		>
			{initials(props.name)}
		</span>
	);
}

/** Several people side by side; those beyond `max` are a number. */
export function AvatarStack(props: {
	people: readonly AvatarPerson[];
	max: number;
	size?: "sm" | "lg" | undefined;
}) {
	const rest = () => props.people.slice(props.max);

	return (
		<span class="avatars" data-live={props.people.some((person) => person.live) ? "" : undefined}>
			<For each={props.people.slice(0, props.max)}>
				{(person) => <Avatar {...person} size={props.size} />}
			</For>
			<Show when={rest().length > 0}>
				<span
					class="avatar more"
					data-size={props.size}
					role="img"
					aria-label={rest()
						.map((person) => person.name)
						.join(", ")}
				>
					{`+${rest().length}`}
				</span>
			</Show>
		</span>
	);
}

/** First letters of the first and the last word. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/);
	const letters = words.length === 1 ? (words[0] ?? "").slice(0, 2) : `${words[0]?.[0]}${words.at(-1)?.[0]}`;
	return letters.toLocaleUpperCase();
}

/** A person's colour, 1 to 5, the same on every device. */
export function hueOf(id: string): number {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
	return (sum % 5) + 1;
}
