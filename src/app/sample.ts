import type { CountryCode } from "#domain/partner.ts";
import type { Session } from "#session/session.tsx";
import type { LocalTeam } from "./local-workspace.ts";

/** What the sample brings for this team; a test counts it. */
export const SAMPLE_COUNTS = { customers: 16, agreements: 22 } as const;

/** The team whose season the sample is; invented like everything in it. */
export const SAMPLE_TEAM: LocalTeam = {
	company: "Nordlicht Distribution",
	name: "Lena Brandt",
	type: "indirect-provider",
	country: "DE" as CountryCode, // two capitals
};

/** Imports the sample's agreements and its catalogue into a new workspace. */
export async function fillWithSample(session: Session): Promise<void> {
	const { loadSample } = await import("#features/import/load-sample.ts");
	await loadSample(session);
}
