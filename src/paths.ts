export type OperatorTab = "partners" | "relationships" | "catalogue";

/** Addresses of the app's pages. The patterns stand in `app/routes.tsx`. */
export const paths = {
	home: (): string => "/",
	customers: (): string => "/customers",
	transfers: (customerId: string): string => `/customers/${encodeURIComponent(customerId)}/transfers`,
	imports: (): string => "/import",
	catalogue: (): string => "/catalogue",
	team: (): string => "/team",
	operator: (tab: OperatorTab = "partners"): string =>
		tab === "partners" ? "/operator" : `/operator/${tab}`,
	signIn: (): string => "/sign-in",
	setup: (token: string): string => `/setup/${encodeURIComponent(token)}`,
	join: (token: string): string => `/join/${encodeURIComponent(token)}`,
};
