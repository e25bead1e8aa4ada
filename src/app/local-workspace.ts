import type { CountryCode, Partner, PartnerType } from "#domain/partner.ts";
import { randomId } from "#session/random-id.ts";
import type { LocalWorkspace } from "#session/workspace.ts";

export type LocalTeam = { company: string; name: string; type: PartnerType; country: CountryCode };

export function newLocalWorkspace(team: LocalTeam, sample: boolean): LocalWorkspace {
	const id = randomId();
	const partner: Partner = { id, name: team.company, type: team.type, country: team.country };
	return { kind: "local", id, partner, memberName: team.name, sample };
}
