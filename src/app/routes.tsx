import { Navigate, type RouteDefinition, type RouteSectionProps } from "@solidjs/router";
import { type Component, lazy } from "solid-js";
import { useLaterMessages } from "#i18n/messages.tsx";
import { paths } from "#paths.ts";
import type { SessionInfo } from "#protocol/api.ts";
import type { Session } from "#session/session.tsx";
import type { Workspace } from "#session/workspace.ts";
import { NotFound } from "./not-found.tsx";
import { pageRoute } from "./page-route.tsx";
import { Shell } from "./shell.tsx";

/** Opens a workspace in place of what is open; `fill` runs before it is shown. */
export type OpenWorkspace = (
	workspace: Workspace,
	fill?: (session: Session) => Promise<void>,
) => Promise<void>;

type RouteParts = {
	/** `undefined` on a device without a workspace. */
	session: Session | undefined;
	/** Who was signed in when the page was loaded, as far as the server was asked. */
	info: SessionInfo | undefined;
	onOpen: OpenWorkspace;
	onLeave(): void;
};

/** Every page and its address; pages come as chunks of their own. */
export function routes({ session, info, onOpen, onLeave }: RouteParts): RouteDefinition[] {
	const loadLaterMessages = useLaterMessages();
	/** The list of customers is what most people see first: its words come with the frame's. */
	const firstPage = (load: () => Promise<Component>) => pageRoute(load, session);
	const page = (load: () => Promise<Component>) =>
		firstPage(async () => (await Promise.all([load(), loadLaterMessages()]))[0]);
	const home = () => <Navigate href={paths.home()} />;
	/** Pages that need a workspace, or one of this kind; without it, back to the beginning. */
	const inWorkspace = (load: () => Promise<Component>, kind?: Session["kind"]) =>
		session === undefined || (kind !== undefined && session.kind !== kind) ? home : page(load);
	const isOperator = info?.user?.operator ?? session?.me().operator ?? false;

	const start = () => {
		if (session !== undefined) return () => <Navigate href={paths.customers()} />;
		if (isOperator) return () => <Navigate href={paths.operator()} />;
		return page(async () => {
			const { FirstRun } = await import("./first-run.tsx");
			return () => <FirstRun onOpen={onOpen} />;
		});
	};

	return [
		{ path: "/", component: start() },
		{
			component: lazy(async () => ({ default: (await import("./entry-layout.tsx")).EntryLayout })),
			children: [
				{
					path: "/sign-in",
					component: page(async () => {
						const { SignInPage } = await import("#features/sign-in/sign-in-page.tsx");
						return () => <SignInPage hasWorkspace={session?.kind === "server"} />;
					}),
				},
				{
					path: "/setup/:token",
					component: page(async () => (await import("#features/setup/setup-page.tsx")).SetupPage),
				},
				{
					path: "/join/:token",
					component: page(async () => (await import("#features/join/join-page.tsx")).JoinPage),
				},
			],
		},
		{
			component: (props: RouteSectionProps) => (
				<Shell session={session} onLeave={onLeave}>
					{props.children}
				</Shell>
			),
			children: [
				{
					path: "/customers",
					component:
						session === undefined
							? home
							: firstPage(async () => (await import("#features/customers/customers-page.tsx")).CustomersPage),
				},
				{
					path: "/customers/:customerId/transfers",
					component: inWorkspace(
						async () => (await import("#features/transfers/transfers-page.tsx")).TransfersPage,
					),
				},
				{
					path: "/import",
					component: inWorkspace(async () => (await import("#features/import/import-page.tsx")).ImportPage),
				},
				{
					path: "/catalogue",
					component: inWorkspace(
						async () => (await import("#features/import/catalogue-page.tsx")).CataloguePage,
						"local",
					),
				},
				{
					path: "/team",
					component: inWorkspace(
						async () => (await import("#features/team/team-page.tsx")).TeamPage,
						"server",
					),
				},
				{
					path: "/operator/:tab?",
					component: isOperator
						? page(async () => (await import("./operator-route.tsx")).OperatorRoute)
						: home,
				},
				{ path: "*", component: session === undefined && !isOperator ? home : NotFound },
			],
		},
	];
}
