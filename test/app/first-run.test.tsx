import { render, screen, waitFor } from "@solidjs/testing-library";
import { beforeEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { FirstRun } from "#app/first-run.tsx";
import { keepLeft } from "#app/left-workspaces.ts";
import { newLocalWorkspace } from "#app/local-workspace.ts";
import { fillWithSample, SAMPLE_COUNTS, SAMPLE_TEAM } from "#app/sample.ts";
import { en } from "#i18n/en.ts";
import { MessagesProvider } from "#i18n/messages.tsx";
import { AccountProvider } from "#session/account.tsx";
import type { Session } from "#session/session.tsx";
import type { Workspace } from "#session/workspace.ts";
import { DE } from "../support/nouns.ts";
import { nextFrame, openTestSession } from "../support/test-session.ts";

beforeEach(() => localStorage.removeItem("staffel:left"));

function show() {
	const opened: { workspace: Workspace; fill: ((session: Session) => Promise<void>) | undefined }[] = [];
	const account = {
		info: () => undefined,
		enter: async () => ({ ok: false, error: "unknown", status: 0 }) as const,
		signOut: async () => undefined,
	};
	render(() => (
		<MessagesProvider locale="en" messages={en}>
			<AccountProvider value={account}>
				<FirstRun onOpen={async (workspace, fill) => void opened.push({ workspace, fill })} />
			</AccountProvider>
		</MessagesProvider>
	));
	return opened;
}

test("begins with this page's own server, and leads to another one by its address", async () => {
	show();
	const address = screen.getByLabelText("Server address");
	expect(address).toHaveValue(location.host);
	expect(screen.getByRole("button", { name: "Sign in" })).toBeVisible();
	await userEvent.fill(address, "staffel.example");
	expect(screen.queryByLabelText("Password")).toBeNull();
	expect(screen.getByRole("button", { name: "Open" })).toBeVisible();
	await userEvent.fill(address, "http://");
	await userEvent.click(screen.getByRole("button", { name: "Open" }));
	expect(screen.getByText("This is no address of a server.")).toBeVisible();
});

test("makes a local workspace of a company, a name, a partner type and a country", async () => {
	const opened = show();
	await userEvent.click(screen.getByRole("radio", { name: "Start a local workspace" }));
	await userEvent.fill(screen.getByLabelText("Company"), "Küstenwerk IT GmbH");
	await userEvent.fill(screen.getByLabelText("Your name"), "Kim Kuhn");
	await userEvent.selectOptions(screen.getByLabelText("Partner type"), "Indirect reseller");
	await userEvent.selectOptions(screen.getByLabelText("Country"), "Austria");
	await userEvent.click(screen.getByRole("button", { name: "Start" }));
	expect(opened[0]?.workspace).toMatchObject({
		kind: "local",
		memberName: "Kim Kuhn",
		sample: false,
		partner: { name: "Küstenwerk IT GmbH", type: "indirect-reseller", country: "AT" },
	});
});

test("leads back to a workspace that was left", async () => {
	const left = newLocalWorkspace(
		{ company: "Lakeshore", name: "Ada", type: "direct-bill", country: DE },
		false,
	);
	keepLeft(left);
	const opened = show();
	expect(screen.getByRole("radio", { name: "Continue with Lakeshore" })).toBeChecked();
	await userEvent.click(screen.getByRole("button", { name: "Open" }));
	expect(opened[0]?.workspace).toEqual(left);
});

test("the sample holds as many customers and agreements as it says", async () => {
	const opened = show();
	const { customers, agreements } = SAMPLE_COUNTS;
	await userEvent.click(screen.getByRole("radio", { name: "Try with sample data" }));
	expect(screen.getByText(new RegExp(`^${customers} customers, ${agreements} agreements`))).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Load sample data" }));
	await waitFor(() => expect(opened).toHaveLength(1));
	expect(opened[0]?.fill).toBe(fillWithSample);

	const { session } = openTestSession({ workspace: newLocalWorkspace(SAMPLE_TEAM, true) });
	await fillWithSample(session);
	await nextFrame();
	expect(session.customers.all().size).toBe(customers);
	expect(session.agreements.all().size).toBe(agreements);
});
