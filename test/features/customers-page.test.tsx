import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import * as Y from "yjs";
import { writeHold } from "#document/ledger/holds.ts";
import { writeRelationship } from "#document/ledger/relationships.ts";
import { writeVerdict } from "#document/ledger/verdicts.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import { draftSchedule, submitRevision } from "#document/plan/schedules.ts";
import type { Agreement, AgreementId } from "#domain/agreement.ts";
import type { Customer, CustomerId, TenantId } from "#domain/customer.ts";
import { day } from "#domain/day.ts";
import { CustomersPage } from "#features/customers/customers-page.tsx";
import { enFirst } from "#i18n/en-first.ts";
import {
	keyOf,
	makeAgreement,
	makeCommitted,
	makeCustomer,
	makeLine,
	makeRevision,
	makeSchedule,
	US,
} from "../support/nouns.ts";
import { showPage } from "../support/show-page.tsx";
import { nextFrame, openTestSession } from "../support/test-session.ts";

function tenant(n: number): TenantId {
	return `11111111-2222-4333-8444-${String(n).padStart(12, "0")}` as TenantId;
}

/** A customer of its own with one agreement for each end date. */
function add(plan: Y.Doc, n: number, name: string, ends: readonly string[], fields: Partial<Customer> = {}) {
	const id = tenant(n) as string as CustomerId;
	const domain = `customer-${n}.example`;
	putCustomer(plan, makeCustomer({ id, tenantId: tenant(n), name, domain, ...fields }));
	ends.forEach((end, at) => {
		const agreement: Partial<Agreement> = {
			id: `${id}/${at}` as AgreementId,
			customerId: id,
			number: `${n}00${at}`,
			endsOn: day(end),
		};
		putAgreement(plan, makeAgreement(agreement));
	});
	return id;
}

function open(plan: Y.Doc, ledger = new Y.Doc(), at = "/customers") {
	const opened = openTestSession({ plan, ledger });
	return { ...opened, ...showPage(opened.session, CustomersPage, { at, messages: enFirst }) };
}

function names(): string[] {
	return screen.getAllByRole("rowheader").map((cell) => cell.querySelector("a")?.textContent ?? "");
}

function row(name: string): HTMLElement {
	return screen.getByRole("row", { name: new RegExp(name) });
}

test("customers are sorted by their next end date; those without one stand last with the reason", () => {
	const plan = new Y.Doc();
	add(plan, 1, "Later AG", ["2027-01-31"]);
	add(plan, 2, "Outside AG", ["2028-01-31"]);
	add(plan, 3, "Sooner AG", ["2027-03-31", "2026-11-30"]);
	add(plan, 4, "Empty AG", []);
	open(plan);

	expect(names()).toEqual(["Sooner AG", "Later AG", "Empty AG", "Outside AG"]);
	expect(row("Sooner AG").textContent).toMatch(/30 Nov 2026in 8 d/);
	expect(row("Empty AG").textContent).toMatch(/No agreement has been imported/);
	expect(row("Outside AG").textContent).toMatch(/The next one ends on 31 Jan 2028/);
});

test("an agreement that was renewed in the EA gives no end date", () => {
	const plan = new Y.Doc();
	const id = add(plan, 1, "Renewed AG", []);
	putAgreement(plan, makeAgreement({ customerId: id, status: "renewed" }));
	open(plan);

	expect(row("Renewed AG").textContent).toMatch(/were renewed in the EA/);
});

test("the meter tells committed, local, held and open seats apart", () => {
	const [plan, ledger] = [new Y.Doc(), new Y.Doc()];
	putCustomer(plan, makeCustomer());
	const lines = ["A-1", "A-2", "A-3", "A-4"].map((partNumber, at) =>
		makeLine({ partNumber, quantity: 10 * (at + 1) }),
	);
	putAgreement(plan, makeAgreement({ lines }));
	const [committed, held] = [revisionOf("A-1"), revisionOf("A-3")];
	draftSchedule(plan, { ...makeSchedule("schedule-1"), lineKey: "A-1" });
	submitRevision(plan, makeSchedule("schedule-1").id, committed);
	writeVerdict(ledger, makeCommitted(committed, makeSchedule("schedule-1").id));
	draftSchedule(plan, { ...makeSchedule("schedule-2"), lineKey: "A-2" });
	writeHold(ledger, { subscriptionKey: keyOf(held), since: day("2026-11-20") });
	open(plan, ledger);

	expect(
		screen.getByRole("img", {
			name: "10 of 100 seats committed, 20 draft or waiting, 30 not available, 40 open",
		}),
	).toBeVisible();
});

test("typing filters at once by name and domain, and Escape takes it back", async () => {
	const plan = new Y.Doc();
	add(plan, 1, "Weserstahl AG", ["2027-01-31"]);
	add(plan, 2, "Vogtland Textil GmbH", ["2027-02-28"]);
	open(plan);

	await userEvent.keyboard("/");
	await userEvent.keyboard("textil");
	expect(names()).toEqual(["Vogtland Textil GmbH"]);
	expect(screen.getByText("1 of 2 shown")).toBeVisible();
	await userEvent.keyboard("{Escape}");
	expect(names()).toEqual(["Weserstahl AG", "Vogtland Textil GmbH"]);

	await userEvent.fill(screen.getByRole("searchbox"), "customer-1.example");
	expect(names()).toEqual(["Weserstahl AG"]);
	await userEvent.fill(screen.getByRole("searchbox"), "nobody");
	await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));
	expect(names()).toHaveLength(2);
});

test("views and chips stand in the address", async () => {
	const [plan, ledger] = [new Y.Doc(), new Y.Doc()];
	add(plan, 1, "Near AG", ["2026-12-01"]);
	add(plan, 2, "Far AG", ["2027-04-30"]);
	add(plan, 3, "Abroad Inc.", ["2026-12-01"], { country: US });
	writeRelationship(ledger, { tenantId: tenant(1), status: "active" });
	const { history } = open(plan, ledger);

	await userEvent.click(screen.getByRole("link", { name: "Ending in 30 days 2" }));
	expect(history.get()).toBe("/customers?view=soon");
	expect(names()).toEqual(["Abroad Inc.", "Near AG"]);
	await userEvent.click(screen.getByRole("button", { name: "Country" }));
	await userEvent.click(screen.getByRole("menuitem", { name: "Germany" }));
	expect(names()).toEqual(["Near AG"]);
	expect(history.get()).toBe("/customers?view=soon&country=DE");
	await userEvent.click(screen.getByRole("button", { name: "Remove the filter Country" }));
	await userEvent.click(screen.getByRole("link", { name: "All 3" }));
	await userEvent.click(screen.getByRole("button", { name: "Relationship" }));
	await userEvent.click(screen.getByRole("menuitem", { name: "Outside CSP region" }));
	expect(names()).toEqual(["Abroad Inc."]);
	expect(history.get()).toBe("/customers?relationship=other-region");
});

test("an address that no version wrote shows all customers", () => {
	const plan = new Y.Doc();
	add(plan, 1, "Weserstahl AG", ["2027-01-31"]);
	open(plan, new Y.Doc(), "/customers?view=mine&country=Germany");

	expect(names()).toEqual(["Weserstahl AG"]);
});

test("needs action counts customers with open seats and follows the server's verdict", async () => {
	const [plan, ledger] = [new Y.Doc(), new Y.Doc()];
	add(plan, 1, "Open AG", ["2027-01-31"]);
	putCustomer(plan, makeCustomer());
	putAgreement(plan, makeAgreement());
	add(plan, 2, "Outside AG", ["2028-01-31"]);
	open(plan, ledger);

	await screen.findByRole("link", { name: "Needs action 2" });
	const revision = makeRevision("revision-1");
	draftSchedule(plan, makeSchedule("schedule-1"));
	await screen.findByRole("link", { name: "Needs action 1" });
	submitRevision(plan, makeSchedule("schedule-1").id, revision);
	writeVerdict(ledger, makeCommitted(revision, makeSchedule("schedule-1").id));
	await waitFor(() => expect(row("Weserstahl AG").textContent).toMatch(/240 \/ 240$/));
	expect(screen.getByRole("link", { name: "Needs action 1" })).toBeVisible();
});

test("a colleague's import appears, and one that takes a customer away removes its row", async () => {
	const plan = new Y.Doc();
	const id = add(plan, 1, "Weserstahl AG", ["2027-01-31"]);
	open(plan);
	const peer = new Y.Doc();
	Y.applyUpdate(peer, Y.encodeStateAsUpdate(plan));
	add(peer, 2, "Vogtland Textil GmbH", ["2026-12-31"]);
	Y.applyUpdate(plan, Y.encodeStateAsUpdate(peer), "network");

	await waitFor(() => expect(names()).toEqual(["Vogtland Textil GmbH", "Weserstahl AG"]));
	peer.getMap("customers").delete(id);
	Y.applyUpdate(plan, Y.encodeStateAsUpdate(peer), "network");
	await waitFor(() => expect(names()).toEqual(["Vogtland Textil GmbH"]));
});

test("J, K and arrows walk the rows, and Enter opens a customer", async () => {
	const plan = new Y.Doc();
	add(plan, 1, "First AG", ["2026-12-01"]);
	const id = add(plan, 2, "Second AG", ["2026-12-02"]);
	const { history } = open(plan);

	await userEvent.keyboard("j");
	await nextFrame();
	expect(screen.getByRole("link", { name: "First AG" })).toHaveFocus();
	await userEvent.keyboard("{ArrowDown}");
	await nextFrame();
	expect(screen.getByRole("link", { name: "Second AG" })).toHaveFocus();
	await userEvent.keyboard("k");
	await nextFrame();
	expect(screen.getByRole("link", { name: "First AG" })).toHaveFocus();
	await userEvent.keyboard("j");
	await nextFrame();
	await userEvent.keyboard("{Enter}");
	expect(history.get()).toBe(`/customers/${id}/transfers`);
});

test("colleagues stand on the customer they are on, with a ring while they edit", async () => {
	const plan = new Y.Doc();
	const id = add(plan, 1, "Weserstahl AG", ["2027-01-31"]);
	const { setPresence } = open(plan);

	setPresence([
		{ user: { id: "u1", name: "Deniz Kaya" }, place: { customerId: id }, away: false },
		{ user: { id: "u2", name: "Paul Reuter" }, place: { customerId: id, scheduleId: "s" }, away: false },
	]);

	const people = within(row("Weserstahl AG"));
	expect(await people.findByRole("img", { name: "Deniz Kaya is here" })).toBeVisible();
	expect(people.getByRole("img", { name: "Paul Reuter is editing" })).toHaveAttribute("data-live", "editing");
});

test("without customers there is one next step: import", () => {
	open(new Y.Doc());

	expect(screen.getByRole("heading", { name: "No customers yet" })).toBeVisible();
	expect(screen.getByRole("link", { name: "Import agreements" })).toHaveAttribute("href", "/import");
});

test("of 2,000 customers only those in sight are in the page, and all are counted", () => {
	const plan = new Y.Doc();
	plan.transact(() => {
		for (let n = 1; n <= 2000; n++) add(plan, n, `Customer ${n}`, ["2027-01-31"]);
	});
	open(plan);

	expect(screen.getAllByRole("rowheader").length).toBeLessThan(60);
	expect(screen.getByRole("table", { name: "Customers" })).toHaveAttribute("aria-rowcount", "2001");
	expect(screen.getByText("2,000 of 2,000 shown")).toBeVisible();
});

function revisionOf(partNumber: string) {
	return makeRevision(`revision-${partNumber}`, { line: { partNumber, description: "M365 E3" } });
}
