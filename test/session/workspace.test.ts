import { afterEach, describe, expect, test } from "vitest";
import type { SessionInfo } from "#protocol/api.ts";
import {
	databaseNames,
	forgetWorkspace,
	membershipOf,
	readWorkspace,
	rememberWorkspace,
	type Workspace,
} from "#session/workspace.ts";
import { makePartner } from "../support/nouns.ts";

const local: Workspace = {
	kind: "local",
	id: "w1",
	partner: makePartner(),
	memberName: "Anna Sievers",
	sample: true,
};

const info: SessionInfo = {
	user: { id: "u1", name: "Anna Sievers", email: "anna@rheinblick.example", operator: false },
	team: { partner: makePartner(), roles: ["admin-agent"], planId: "p1", ledgerId: "l1", epoch: 3 },
};

afterEach(forgetWorkspace);

describe("the workspace of this device", () => {
	test("is none at first and again when it is forgotten", () => {
		expect(readWorkspace()).toBeUndefined();
		rememberWorkspace(local);
		forgetWorkspace();
		expect(readWorkspace()).toBeUndefined();
	});

	test("is remembered, local or a team's", () => {
		rememberWorkspace(local);
		expect(readWorkspace()).toEqual(local);
		const membership = membershipOf(info);
		if (membership === undefined) throw new Error("This member has a team.");
		const team: Workspace = { kind: "server", origin: "https://staffel.example", info: membership };
		rememberWorkspace(team);
		expect(readWorkspace()).toEqual(team);
	});

	test.each(["", "no JSON", "{}", '{"kind":"cloud"}'])("is none if something else was stored: %s", (text) => {
		localStorage.setItem("staffel:workspace", text);
		expect(readWorkspace()).toBeUndefined();
	});

	test.each([
		["nobody", { user: null, team: null }],
		["somebody without a team", { ...info, team: null }],
	])("is a member's: %s has none", (_, session) => {
		expect(membershipOf(session)).toBeUndefined();
	});

	test("has other databases in another epoch", () => {
		const names = (epoch: number) => {
			const team = { ...info.team, epoch };
			return databaseNames({ kind: "server", origin: "", info: { ...info, team } } as Workspace);
		};
		expect(names(3)).not.toEqual(names(4));
		expect(names(3).plan).not.toBe(names(3).ledger);
	});

	test("[R58] has other databases for another member: what one has not sent is not sent under the other's name", () => {
		const names = (id: string) => {
			const user = { ...info.user, id };
			return databaseNames({ kind: "server", origin: "", info: { ...info, user } } as Workspace);
		};
		expect(names("paul").plan).not.toBe(names("lena").plan);
		expect(names("paul").ledger).not.toBe(names("lena").ledger);
	});
});
