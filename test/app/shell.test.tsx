import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { render, screen, waitFor, within } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Shell } from "#app/shell.tsx";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, editDraft, submitRevision } from "#document/plan/schedules.ts";
import type { Instant } from "#domain/day.ts";
import type { ScheduleId } from "#domain/schedule.ts";
import { enFirst } from "#i18n/en-first.ts";
import { MessagesProvider } from "#i18n/messages.tsx";
import type { SessionInfo } from "#protocol/api.ts";
import { AccountProvider } from "#session/account.tsx";
import { type Session, SessionProvider } from "#session/session.tsx";
import type { Workspace } from "#session/workspace.ts";
import { usePage } from "#ui/page-frame.tsx";
import { createToasts, ToastProvider } from "#ui/toast.tsx";
import { makeCustomer, makePartner, makeRevision, makeSchedule } from "../support/nouns.ts";
import { nextFrame, openTestSession } from "../support/test-session.ts";
import "#ui/styles/styles.css";

const NOON = "2026-11-22T12:00:00.000Z" as Instant;
const OPERATOR = { id: "o", name: "Olga Petrow", email: "o@x.example", operator: true };

const server: Workspace = {
	kind: "server",
	origin: "http://localhost",
	info: {
		user: { id: "lena", name: "Lena Brandt", email: "l@x.example", operator: false },
		team: {
			partner: makePartner({ name: "Nordlicht" }),
			roles: ["admin-agent"],
			planId: "p",
			ledgerId: "l",
			epoch: 1,
		},
	},
};

function Here() {
	usePage(() => ({
		title: "Somewhere",
		crumbs: [{ label: "Above", href: "/above" }, { label: "Somewhere" }],
	}));
	return <h1>{"Somewhere"}</h1>;
}

function show(session: Session | undefined, info?: SessionInfo) {
	const history = createMemoryHistory();
	history.set({ value: "/customers", replace: true, scroll: false });
	let left = 0;
	const shell = (props: { children?: JSX.Element }) => (
		<Shell session={session} onLeave={() => left++}>
			{props.children}
		</Shell>
	);
	const pages = () => (
		<MemoryRouter history={history}>
			<Route component={shell}>
				<Route path="*" component={Here} />
			</Route>
		</MemoryRouter>
	);
	const account = {
		info: () => info,
		enter: async () => ({ ok: false, error: "unknown", status: 0 }) as const,
		signOut: async () => undefined,
	};
	render(() => (
		<MessagesProvider locale="en" messages={enFirst}>
			<AccountProvider value={account}>
				<ToastProvider toasts={createToasts()} label="Messages" closeLabel="Close message">
					{session === undefined ? pages() : <SessionProvider value={session}>{pages()}</SessionProvider>}
				</ToastProvider>
			</AccountProvider>
		</MessagesProvider>
	));
	return { history, left: () => left };
}

const places = () =>
	within(screen.getByRole("navigation", { name: "Main" }))
		.getAllByRole("link")
		.map((link) => link.textContent);

describe("places", () => {
	test("a local workspace has a catalogue and no team", () => {
		show(openTestSession().session);
		expect(places()).toEqual(["Customers0", "Import", "Catalogue"]);
	});

	test("a member of a team has a team and no catalogue", () => {
		show(openTestSession({ workspace: server }).session);
		expect(places()).toEqual(["Customers0", "Import", "Team"]);
	});

	test("an operator without a team has one page", () => {
		show(undefined, { user: OPERATOR, team: null });
		expect(places()).toEqual(["Operator"]);
		expect(screen.queryByRole("button", { name: /Search/ })).toBeNull();
	});

	test("G and a letter go there; letters in a field do not", async () => {
		const { history } = show(openTestSession({ workspace: server }).session);
		await userEvent.keyboard("gi");
		await waitFor(() => expect(history.get()).toBe("/import"));
		await userEvent.keyboard("gt");
		await waitFor(() => expect(history.get()).toBe("/team"));
		await userEvent.keyboard("{Control>}k{/Control}");
		await userEvent.fill(await screen.findByRole("combobox"), "gc");
		expect(history.get()).toBe("/team");
	});

	test("the page names itself in the title and in the way to it", async () => {
		show(openTestSession().session);
		await waitFor(() => expect(document.title).toBe("Somewhere · Staffel"));
		const crumbs = within(screen.getByRole("navigation", { name: "Breadcrumb" }));
		expect(crumbs.getByRole("link", { name: "Above" })).toHaveAttribute("href", "/above");
		expect(crumbs.getByText("Somewhere")).toHaveAttribute("aria-current", "page");
	});
});

describe("command palette", () => {
	test("finds customers by a few letters and goes to them", async () => {
		const opened = openTestSession();
		putCustomer(opened.plan, makeCustomer());
		await nextFrame();
		const { history } = show(opened.session);
		await userEvent.keyboard("{Control>}k{/Control}");
		await userEvent.fill(await screen.findByRole("combobox"), "wese");
		expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Weserstahl AG");
		await userEvent.keyboard("{Enter}");
		await waitFor(() => expect(history.get()).toBe(`/customers/${makeCustomer().id}/transfers`));
		expect(screen.queryByRole("combobox")).toBeNull();
	});

	test("says that nothing was found, and closes by Escape", async () => {
		show(openTestSession().session);
		await userEvent.keyboard("{Control>}k{/Control}");
		await userEvent.fill(await screen.findByRole("combobox"), "zzz");
		expect(screen.getByText("Nothing found")).toBeVisible();
		await userEvent.keyboard("{Escape}");
		await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
	});
});

test("? lists the shortcuts", async () => {
	show(openTestSession().session);
	await userEvent.keyboard("?");
	const dialog = within(await screen.findByRole("dialog", { name: "Keyboard shortcuts" }));
	expect(dialog.getByText("Go to Import")).toBeVisible();
	await userEvent.click(dialog.getByRole("button", { name: "Close" }));
	await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("Ctrl Z takes back the last own edit and Ctrl Shift Z brings it again", async () => {
	const { session, plan } = openTestSession();
	const schedule = makeSchedule("schedule-1");
	const quantity = () => session.schedules[schedule.id]?.terms.quantity;
	show(session);
	draftSchedule(plan, schedule);
	session.startStep();
	editDraft(plan, schedule.id, { quantity: 7 });
	await userEvent.keyboard("{Control>}z{/Control}");
	expect(quantity()).toBe(240);
	expect(screen.getByText("Undone")).toBeVisible();
	await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
	expect(quantity()).toBe(7);
	expect(screen.getByText("Done again")).toBeVisible();
});

describe("connection", () => {
	async function openDetails(label: RegExp) {
		await userEvent.click(screen.getByRole("button", { name: label }));
		return within(await screen.findByRole("dialog", { name: "Connection" }));
	}

	test("synced: when, and what is on this device", async () => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "synced", at: NOON });
		show(session);
		const details = await openDetails(/^Synced\s*12:00$/);
		expect(await details.findByText("Everything is saved on the server")).toBeVisible();
		expect(details.getByText("0 customers, 0 kB")).toBeVisible();
	});

	test("syncing: counts from the most that waited", () => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "syncing", unsent: 48 });
		show(session);
		setConnection({ state: "syncing", unsent: 36 });
		expect(screen.getByRole("button", { name: /^Syncing\s*12 of 48$/ })).toBeVisible();
		setConnection({ state: "synced", at: NOON });
		setConnection({ state: "syncing", unsent: 1 });
		expect(screen.getByRole("button", { name: /^Syncing\s*0 of 1$/ })).toBeVisible();
	});

	test("offline: lists what was submitted in the order in which it was", async () => {
		const { session, plan, setConnection } = openTestSession({ workspace: server });
		for (const [id, at] of [
			["second", "2026-11-22T09:36:00.000Z"],
			["first", "2026-11-22T09:32:00.000Z"],
		] as const) {
			const scheduleId = `schedule-${id}` as ScheduleId;
			draftSchedule(plan, makeSchedule(scheduleId));
			const line = { partNumber: "X", description: `The ${id}` };
			submitRevision(plan, scheduleId, makeRevision(`revision-${id}`, { at: at as Instant, line }));
		}
		setConnection({ state: "offline", unsent: 2, since: NOON });
		show(session);
		const details = await openDetails(/^Offline\s*2 waiting$/);
		expect(await details.findByText("2 changes wait on this device")).toBeVisible();
		const items = details.getAllByRole("listitem").map((item) => item.textContent);
		expect(items).toEqual(["240 × The first, Weserstahl AG09:32", "240 × The second, Weserstahl AG09:36"]);
		expect(details.getByText("since 12:00 UTC")).toBeVisible();
	});

	test("unreachable: offers to try now", async () => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "unreachable", unsent: 1, retryAtMs: Date.now() + 60_000 });
		show(session);
		const details = await openDetails(/^Reconnecting/);
		expect(await details.findByRole("button", { name: "Try now" })).toBeVisible();
		expect(details.getByText("1 change")).toBeVisible();
	});

	test("session ended: leads to signing in", async () => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "sign-in", unsent: 0 });
		show(session);
		const details = await openDetails(/^Sign in to sync$/);
		expect(await details.findByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in");
	});

	test("refused: offers everything as a file", async () => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "refused", code: "malformed" });
		show(session);
		const details = await openDetails(/^Changes refused$/);
		expect(await details.findByRole("button", { name: "Export everything" })).toBeVisible();
	});

	test.each([
		["malformed", "The server refused changes from this device"],
		["epoch-changed", "The server refused changes from this device"],
		["no-team", "The server no longer knows you in this team"],
		["client-too-old", "The server needs a newer version of this app"],
	])("refused (%s): says what the server does not take", async (code, title) => {
		const { session, setConnection } = openTestSession({ workspace: server });
		setConnection({ state: "refused", code });
		show(session);
		const details = await openDetails(/^Changes refused$/);
		expect(await details.findByText(title)).toBeVisible();
	});

	test("a clock that is more than five minutes wrong is said", async () => {
		const { session, setConnection, setClockOffsetMs } = openTestSession({ workspace: server });
		setConnection({ state: "synced", at: NOON });
		setClockOffsetMs(-7 * 60_000);
		show(session);
		const details = await openDetails(/^Synced/);
		expect(await details.findByText("This device’s clock is 7 min ahead")).toBeVisible();
		setClockOffsetMs(4 * 60_000);
		await waitFor(() => expect(details.queryByText(/This device’s clock/)).toBeNull());
	});
});

test("a device that keeps nothing any more is said above every page", () => {
	const { session, setStorage } = openTestSession();
	show(session);
	expect(screen.queryByRole("alert")).toBeNull();
	setStorage({ state: "failed", reason: "full" });
	expect(screen.getByRole("alert").textContent).toContain("This device is full");
});

test("on a phone the places are at the bottom, and the way out is under More", async () => {
	await page.viewport(390, 844);
	try {
		const { left } = show(openTestSession({ workspace: server }).session);
		expect(places()).toEqual(["Customers", "Import", "Team"]);
		await userEvent.click(screen.getByRole("button", { name: "More" }));
		await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
		expect(left()).toBe(1);
	} finally {
		await page.viewport(1280, 800);
	}
});
