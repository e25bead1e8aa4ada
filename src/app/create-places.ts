import { useLocation } from "@solidjs/router";
import { Building2, FileUp, type IconNode, LibraryBig, ServerCog, UsersRound } from "lucide";
import { type Accessor, createMemo } from "solid-js";
import { useFormat, useMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { Account } from "#session/account.tsx";
import type { Session } from "#session/session.tsx";

export type Place = {
	readonly id: string;
	readonly label: string;
	readonly href: string;
	readonly icon: IconNode;
	/** Pressed after G. */
	readonly key: string;
	readonly count: string | undefined;
	readonly isHere: boolean;
};

/** The places that exist for whoever is here. */
export function createPlaces(session: Session | undefined, account: Account): Accessor<readonly Place[]> {
	const messages = useMessages();
	const format = useFormat();
	const location = useLocation();

	return createMemo(() => {
		const words = messages().app.places;
		const all: Omit<Place, "isHere">[] = [];
		if (session !== undefined) {
			const count = format().number(session.customers.all().size);
			all.push(
				{
					id: "customers",
					label: words.customers,
					href: paths.customers(),
					icon: Building2,
					key: "c",
					count,
				},
				{
					id: "import",
					label: words.import,
					href: paths.imports(),
					icon: FileUp,
					key: "i",
					count: undefined,
				},
			);
		}
		if (session?.kind === "local") {
			all.push({
				id: "catalogue",
				label: words.catalogue,
				href: paths.catalogue(),
				icon: LibraryBig,
				key: "k",
				count: undefined,
			});
		}
		if (session?.kind === "server") {
			all.push({
				id: "team",
				label: words.team,
				href: paths.team(),
				icon: UsersRound,
				key: "t",
				count: undefined,
			});
		}
		if (account.info()?.user?.operator || session?.me().operator) {
			all.push({
				id: "operator",
				label: words.operator,
				href: paths.operator(),
				icon: ServerCog,
				key: "o",
				count: undefined,
			});
		}
		return all.map((place) => {
			const isHere = location.pathname === place.href || location.pathname.startsWith(`${place.href}/`);
			return { ...place, isHere };
		});
	});
}
