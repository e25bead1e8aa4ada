import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { TeamMembers } from "#features/team/team-members.tsx";
import type { MemberList } from "#protocol/api.ts";
import { serveApi } from "../support/memory-api.ts";
import { showPeople } from "../support/show-people.tsx";

const AT = "/api/partners/nordlicht";
const LENA: MemberList["members"][number] = {
	userId: "lena",
	name: "Lena Brandt",
	email: "lena@nordlicht.example",
	roles: ["account-admin", "admin-agent"],
};
const JONAS: MemberList["members"][number] = {
	userId: "jonas",
	name: "Jonas Weigel",
	email: "jonas@nordlicht.example",
	roles: ["sales-agent"],
};
const KIM: MemberList["invitations"][number] = {
	id: "i1",
	name: "Kim Kuhn",
	email: "kim@nordlicht.example",
	roles: ["sales-agent"],
	expiresAt: "2026-11-29T09:00:00.000Z",
};

/** A team in memory that changes as the server's would. */
function serveTeam(team: MemberList) {
	const list = structuredClone(team);
	return serveApi({
		[`GET ${AT}/members`]: () => ({ status: 200, body: list }),
		[`POST ${AT}/invitations`]: () => {
			list.invitations.push(KIM);
			return { status: 201, body: { url: "https://x.example/join/t0ken", expiresAt: KIM.expiresAt } };
		},
		[`DELETE ${AT}/invitations/i1`]: () => {
			list.invitations.length = 0;
			return { status: 204 };
		},
		[`PATCH ${AT}/members/jonas`]: ({ body }) => {
			const jonas = list.members.find((member) => member.userId === "jonas");
			if (jonas !== undefined) jonas.roles = (body as { roles: typeof jonas.roles }).roles;
			return { status: 204 };
		},
		[`DELETE ${AT}/members/jonas`]: () => {
			list.members = list.members.filter((member) => member.userId !== "jonas");
			return { status: 204 };
		},
	});
}

function show(mayManage = true) {
	showPeople(() => <TeamMembers partnerId="nordlicht" userId="lena" mayManage={mayManage} />, {
		at: "/team",
	});
}

const row = (name: string) => {
	const item = screen.getByText(name).closest("li");
	if (item === null) throw new Error(`No row of ${name}.`);
	return within(item);
};

test("an invitation's link stays in view while the list is asked again", async () => {
	const { calls } = serveTeam({ members: [LENA], invitations: [] });
	show();
	await screen.findByText("Lena Brandt");
	await userEvent.click(screen.getByRole("button", { name: "Invite" }));
	await userEvent.fill(screen.getByLabelText("Name"), "Kim Kuhn");
	await userEvent.fill(screen.getByLabelText("E-mail"), "kim@nordlicht.example");
	await userEvent.click(screen.getByRole("checkbox", { name: /^Admin agent/ }));
	await userEvent.click(screen.getByRole("button", { name: "Create link" }));
	expect(screen.getByText("Choose at least one role.")).toBeVisible();

	await userEvent.click(screen.getByRole("checkbox", { name: /^Sales agent/ }));
	await userEvent.click(screen.getByRole("button", { name: "Create link" }));
	await screen.findByRole("heading", { name: "Open invitations" });
	expect(screen.getByLabelText("Invitation link")).toHaveValue("https://x.example/join/t0ken");
	expect(calls.find((call) => call.method === "POST")?.body).toEqual({
		name: "Kim Kuhn",
		email: "kim@nordlicht.example",
		roles: ["sales-agent"],
	});
});

test("an invitation is withdrawn", async () => {
	serveTeam({ members: [LENA], invitations: [KIM] });
	show();
	await userEvent.click(await screen.findByRole("button", { name: "Withdraw the invitation of Kim Kuhn" }));
	await waitFor(() => expect(screen.queryByText("Kim Kuhn")).toBeNull());
});

test("roles are changed in place", async () => {
	serveTeam({ members: [LENA, JONAS], invitations: [] });
	show();
	await userEvent.click(await screen.findByRole("button", { name: "Change roles of Jonas Weigel" }));
	await userEvent.click(row("Jonas Weigel").getByRole("checkbox", { name: /^Admin agent/ }));
	await userEvent.click(screen.getByRole("button", { name: "Save" }));
	await waitFor(() => expect(row("Jonas Weigel").getByText("Admin agent, Sales agent")).toBeVisible());
});

test("a member is removed after one question", async () => {
	serveTeam({ members: [LENA, JONAS], invitations: [] });
	show();
	await userEvent.click(await screen.findByRole("button", { name: "Remove Jonas Weigel" }));
	await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Remove" }));
	await waitFor(() => expect(screen.queryByText("jonas@nordlicht.example")).toBeNull());
});

test("nobody removes themselves or gives their own admin role away", async () => {
	serveTeam({ members: [LENA, JONAS], invitations: [] });
	show();
	const remove = await screen.findByRole("button", { name: "Remove Lena Brandt" });
	expect(remove).toHaveAttribute("aria-disabled", "true");
	await userEvent.click(screen.getByRole("button", { name: "Change roles of Lena Brandt" }));
	expect(row("Lena Brandt").getByRole("checkbox", { name: /^Account admin/ })).toBeDisabled();
});

test("who may not manage the team reads it", async () => {
	serveTeam({ members: [LENA, JONAS], invitations: [KIM] });
	show(false);
	await screen.findByText("Jonas Weigel");
	expect(screen.getByText("Kim Kuhn")).toBeVisible();
	expect(screen.queryAllByRole("button")).toEqual([]);
});

test("without a network it says where members are kept", async () => {
	serveApi({ [`GET ${AT}/members`]: "no network" });
	show();
	expect(await screen.findByRole("alert")).toHaveTextContent(
		"Members are kept on the server. They show again once it can be reached.",
	);
});
