import { screen, waitFor, within } from "@solidjs/testing-library";
import { describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import * as Y from "yjs";
import { writeHold } from "#document/ledger/holds.ts";
import { writeLedgerMeta } from "#document/ledger/meta.ts";
import { writeRelease } from "#document/ledger/releases.ts";
import { writeVerdict } from "#document/ledger/verdicts.ts";
import { putAgreement } from "#document/plan/agreements.ts";
import { putCustomer } from "#document/plan/customers.ts";
import {
	draftSchedule,
	editDraft,
	readSchedule,
	scheduleNodes,
	submitRevision,
} from "#document/plan/schedules.ts";
import type { Agreement, AgreementId } from "#domain/agreement.ts";
import { type CatalogueRows, emptyCatalogueRows } from "#domain/catalogue.ts";
import { day } from "#domain/day.ts";
import type { PartnerType, Role } from "#domain/partner.ts";
import type { Revision, Schedule, ScheduleId, Terms } from "#domain/schedule.ts";
import type { RefusalReason } from "#domain/verdict.ts";
import { CommitNotices } from "#features/transfers/commit-notices.tsx";
import { TransfersPage } from "#features/transfers/transfers-page.tsx";
import type { Workspace } from "#session/workspace.ts";
import { makeOffer, makePrice, SKU } from "../support/catalogue.ts";
import {
	keyOf,
	makeAgreement,
	makeCommitted,
	makeCustomer,
	makeLine,
	makePartner,
	makeRefused,
	makeRelease,
	makeRevision,
	makeSchedule,
	makeTerms,
	US,
} from "../support/nouns.ts";
import { makeTestSigner } from "../support/receipts.ts";
import { showPage } from "../support/show-page.tsx";
import { openTestSession } from "../support/test-session.ts";

const customer = makeCustomer({ domain: "weserstahl.example", city: "Bremen" });
const FIRST = "schedule-1" as ScheduleId;
const SECOND = "schedule-2" as ScheduleId;

const catalogue: CatalogueRows = {
	...emptyCatalogueRows,
	offers: [makeOffer()],
	parts: [{ partNumber: "ZUB-92164", sku: SKU }],
	prices: [
		makePrice({ term: "P1M", billingPlan: "monthly", unitPrice: 12_00 }),
		makePrice({ term: "P1Y", billingPlan: "monthly" }),
		makePrice({ term: "P1Y", billingPlan: "annual", unitPrice: 114_00 }),
	],
};

type PlanOptions = { agreements?: readonly Agreement[]; schedule?: Partial<Terms>; revisions?: Revision[] };

/** Weserstahl AG with its agreements, and a draft of the first line if terms for it are given. */
function planWith({ agreements = [makeAgreement()], schedule, revisions = [] }: PlanOptions = {}): Y.Doc {
	const plan = new Y.Doc();
	putCustomer(plan, customer);
	for (const agreement of agreements) putAgreement(plan, agreement);
	if (schedule !== undefined) draftSchedule(plan, makeSchedule(FIRST, { terms: makeTerms(schedule) }));
	for (const revision of revisions) submitRevision(plan, FIRST, revision);
	return plan;
}

type Member = { roles?: readonly Role[]; type?: PartnerType };

function serverWorkspace({ roles = ["admin-agent"], type = "direct-bill" }: Member = {}): Workspace {
	const user = { id: "anna", name: "Anna Sievers", email: "anna@rheinblick.example", operator: false };
	const partner = makePartner({ type });
	return {
		kind: "server",
		origin: "http://localhost",
		info: { user, team: { partner, roles: [...roles], planId: "plan", ledgerId: "ledger", epoch: 1 } },
	};
}

function open(plan: Y.Doc, options: { ledger?: Y.Doc; member?: Member; catalogue?: CatalogueRows } = {}) {
	const opened = openTestSession({
		plan,
		ledger: options.ledger ?? new Y.Doc(),
		workspace: serverWorkspace(options.member),
		catalogue: options.catalogue ?? catalogue,
	});
	opened.setConnection({ state: "synced", at: opened.session.instant() });
	const shown = showPage(opened.session, TransfersPage, {
		at: `/customers/${customer.id}/transfers`,
		pattern: "/customers/:customerId/transfers",
		beside: CommitNotices,
	});
	return { ...opened, ...shown };
}

function row(name = "Microsoft 365 E3"): HTMLElement {
	const cell = screen.getAllByRole("rowheader").find((one) => one.textContent?.startsWith(name));
	return cell?.closest("tr") ?? expect.fail(`There is no row ${name}.`);
}

function panel() {
	return within(screen.getByRole("complementary"));
}

async function openPanel(action: string | RegExp = "Renew to CSP") {
	await userEvent.click(within(row()).getByRole("button", { name: action }));
	return panel();
}

/** Submitted before the page was opened. */
function submitted(id: string, fields: Partial<Revision> = {}): Revision {
	return makeRevision(id, { at: "2026-11-22T08:30:00.000Z" as Revision["at"], ...fields });
}

function schedules(plan: Y.Doc): Schedule[] {
	return [...scheduleNodes(plan)].flatMap(([id, node]) => readSchedule(node, id) ?? []);
}

async function type(text: string) {
	await userEvent.fill(screen.getByRole("spinbutton", { name: "Licences" }), text);
}

function ledgerWith(write: (ledger: Y.Doc) => void): Y.Doc {
	const ledger = new Y.Doc();
	write(ledger);
	return ledger;
}

describe("a new schedule", () => {
	test("Renew to CSP shows EA licences, one year, monthly, and the price; nothing is drafted by looking", async () => {
		const plan = planWith();
		open(plan);
		const form = await openPanel();

		expect(form.getByRole("radio", { name: "1 year" })).toBeChecked();
		expect(form.getByRole("radio", { name: "Monthly" })).toBeChecked();
		expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("240");
		expect(form.getByText("same as EA")).toBeVisible();
		expect(form.getByText("240 × €10.00 per month")).toBeVisible();
		expect(form.getByText("First term net, to 15 Dec 2027").nextElementSibling?.textContent).toBe(
			"€28,800.00",
		);
		expect(schedules(plan)).toEqual([]);
	});

	test("the first change makes a draft of it, and the row follows at once", async () => {
		const plan = planWith();
		open(plan);
		await openPanel();
		await type("260");

		expect(schedules(plan)).toMatchObject([
			{
				customerId: customer.id,
				agreementId: makeAgreement().id,
				lineKey: "ZUB-92164",
				createdByName: "Anna Sievers",
				terms: { term: "P1Y", billingPlan: "monthly", quantity: 260, endsOn: null },
				revisions: [],
			},
		]);
		expect(row().textContent).toMatch(/Draft1 year, monthly 260 licences/);
		expect(panel().getByText("20 more than EA")).toBeVisible();
	});

	test("[R51] only terms and plans of the price list can be chosen, the others say why", async () => {
		const plan = planWith();
		open(plan);
		const form = await openPanel();

		expect(form.getByRole("radio", { name: "3 years" })).toBeDisabled();
		expect(form.getByText("A term of 3 years is not offered for this SKU in this market.")).toBeVisible();
		await userEvent.click(form.getByRole("radio", { name: "Annual" }));
		await userEvent.click(form.getByRole("radio", { name: "1 month" }));
		expect(schedules(plan)[0]?.terms).toMatchObject({ term: "P1M", billingPlan: "monthly" });
		expect(form.getByText("Annual billing is not offered for a term of 1 month.")).toBeVisible();
	});

	test("[R51] the end date offers the full term and the month ends inside it, nothing else", async () => {
		const plan = planWith();
		open(plan);
		const form = await openPanel();
		const field = form.getByRole("combobox", { name: /End date/ });
		const offered = within(field).getAllByRole("option");

		expect(offered.map((option) => option.textContent)).toEqual([
			"15 Dec 2027, full term",
			...["31 Dec 2026", "31 Jan 2027", "28 Feb 2027", "31 Mar 2027", "30 Apr 2027", "31 May 2027"].map(
				monthEnd,
			),
			...["30 Jun 2027", "31 Jul 2027", "31 Aug 2027", "30 Sep 2027", "31 Oct 2027", "30 Nov 2027"].map(
				monthEnd,
			),
		]);
		await userEvent.selectOptions(field, "31 Aug 2027, end of month");
		expect(schedules(plan)[0]?.terms.endsOn).toBe("2027-08-31");
		expect(form.getByRole("figure")).toHaveAccessibleName(
			"Old EA end 15 Dec 2026, new start 16 Dec 2026, new end 31 Aug 2027",
		);
		expect(row().textContent).toMatch(/to 31 Aug 2027/);
	});

	test("an end date that another term cannot have goes back to the full term", async () => {
		const plan = planWith({ schedule: { endsOn: day("2027-08-31") } });
		open(plan);
		const form = await openPanel("Edit");
		await userEvent.click(form.getByRole("radio", { name: "1 month" }));

		expect(schedules(plan)[0]?.terms).toMatchObject({ term: "P1M", endsOn: null });
	});

	test("saving submits a revision that can be judged without the plan", async () => {
		const plan = planWith();
		open(plan);
		const form = await openPanel();
		await type("260");
		await userEvent.click(form.getByRole("button", { name: /Save schedule/ }));

		const [schedule] = schedules(plan);
		expect(schedule?.revisions).toMatchObject([
			{
				customer: { id: customer.id, tenantId: customer.tenantId, name: "Weserstahl AG", country: "DE" },
				agreement: { id: makeAgreement().id, number: "80917264" },
				line: { partNumber: "ZUB-92164", description: "M365 E3" },
				terms: { term: "P1Y", billingPlan: "monthly", quantity: 260, endsOn: null },
				byName: "Anna Sievers",
				at: "2026-11-22T09:00:00.000Z",
			},
		]);
		expect(row().textContent).toMatch(/Waiting for commit1 year, monthly 260 licences submitted 09:00/);
		expect(form.getByRole("button", { name: /Save change/ })).toHaveAttribute("aria-disabled", "true");
		expect(screen.queryByText(/saved on this device/)).toBeNull();
	});

	test("saving without a network says that it waits", async () => {
		const plan = planWith();
		const { setConnection, session } = open(plan);
		setConnection({ state: "offline", unsent: 0, since: session.instant() });
		const form = await openPanel();
		await userEvent.click(form.getByRole("button", { name: /Save schedule/ }));

		expect(schedules(plan)[0]?.revisions).toHaveLength(1);
		expect(await screen.findByText("Microsoft 365 E3: saved on this device")).toBeVisible();
		expect(row().textContent).toMatch(/saved offline 09:00/);
	});

	test("licences outside the bounds cannot be saved", async () => {
		const offers = [makeOffer({ maxLicences: 300 })];
		const plan = planWith({ schedule: { quantity: 340 } });
		open(plan, { catalogue: { ...catalogue, offers } });
		const form = await openPanel("Edit");

		expect(form.getByText("1 to 300 licences")).toBeVisible();
		expect(form.getByRole("button", { name: /Save schedule/ })).toHaveAttribute("aria-disabled", "true");
	});

	test("[R53][R54][R56] what happens when depends on whether the agreement has ended", async () => {
		const plan = planWith({ agreements: [makeAgreement({ endsOn: day("2026-11-14") })] });
		open(plan);
		await openPanel();

		expect(panel().getByText("Processed tomorrow from 00:00 UTC,").parentElement?.textContent).toMatch(
			/may take up to 96 hours\. You can edit or cancel until 22 Nov 2026\. EA data is not changed\./,
		);
	});
});

describe("who may save", () => {
	test.each<[string, Member, string]>([
		["a sales agent", { roles: ["sales-agent"] }, "Only admin agents can schedule renewals."],
		["an account admin", { roles: ["account-admin"] }, "Only admin agents can schedule renewals."],
		[
			"a reseller",
			{ type: "indirect-reseller" },
			"Only direct bill partners and indirect providers can schedule renewals.",
		],
	])("[R47][R58] %s drafts but cannot save, and reads why", async (_, member, reason) => {
		const plan = planWith();
		open(plan, { member });
		const form = await openPanel();
		await type("260");
		const save = form.getByRole("button", { name: /Save schedule/ });
		await userEvent.click(save, { force: true });
		await userEvent.keyboard("{Control>}{Enter}{/Control}");

		expect(schedules(plan)).toMatchObject([{ terms: { quantity: 260 }, revisions: [] }]);
		expect(save).toHaveAttribute("aria-disabled", "true");
		expect(form.getByText(reason, { selector: ".hint" })).toBeVisible();
	});

	test("a reseller finds the draft again", async () => {
		const plan = planWith({ schedule: { quantity: 260 } });
		open(plan, { member: { type: "indirect-reseller" } });
		const form = await openPanel("Edit");

		expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("260");
	});
});

describe("a verdict", () => {
	test("committed: the row shows the commit number, a toast says so, and the receipt verifies", async () => {
		const signer = await makeTestSigner();
		const ledger = ledgerWith((doc) =>
			writeLedgerMeta(doc, { partner: makePartner(), publicKey: signer.publicKey }),
		);
		const plan = planWith();
		open(plan, { ledger });
		const form = await openPanel();
		await userEvent.click(form.getByRole("button", { name: /Save schedule/ }));
		const [schedule] = schedules(plan);
		const verdict = makeCommitted(schedule?.revisions[0] ?? expect.fail(), schedule?.id ?? FIRST);
		const receipt = await signer.sign(verdict);
		ledger.transact(() => writeVerdict(ledger, { ...verdict, receipt }));

		expect(await screen.findByText("Microsoft 365 E3: committed #1042")).toBeVisible();
		expect(row().textContent).toMatch(/Committed#1042/);
		expect(await form.findByText("Signature and hash are valid")).toBeVisible();
		expect(form.getByText(receipt.keyId)).toBeVisible();
		await userEvent.click(form.getByRole("button", { name: "Verify receipt" }));
		expect(await form.findByText("Signature and hash are valid")).toBeVisible();
	});

	test("a receipt that does not verify is said", async () => {
		const [signer, stranger] = [await makeTestSigner(), await makeTestSigner()];
		const ledger = ledgerWith((doc) =>
			writeLedgerMeta(doc, { partner: makePartner(), publicKey: signer.publicKey }),
		);
		const plan = planWith({ schedule: {}, revisions: [submitted("revision-1")] });
		open(plan, { ledger });
		const verdict = makeCommitted(submitted("revision-1"), FIRST);
		writeVerdict(ledger, { ...verdict, receipt: await stranger.sign(verdict) });

		expect(await screen.findByText("Microsoft 365 E3: the receipt does not verify")).toBeVisible();
		const form = await openPanel("Edit");
		expect((await form.findByRole("alert")).textContent).toMatch(/This receipt does not verify/);
	});

	test("refused: the reason in words, the input kept, and another try is possible", async () => {
		const revision = submitted("revision-1", { terms: makeTerms({ quantity: 77 }) });
		const plan = planWith({ schedule: { quantity: 77 }, revisions: [revision] });
		const { ledger } = open(plan);
		await screen.findByText("Waiting for commit");
		writeVerdict(ledger, makeRefused(revision, FIRST, "outside-window"));

		expect(await screen.findByText("Microsoft 365 E3: refused")).toBeVisible();
		const form = await openPanel("Edit and try again");
		expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("77");
		expect(form.getByRole("alert").textContent).toBe(
			"RefusedThe agreement ends outside the window for channel transfers. Your input is kept.",
		);
		await userEvent.click(form.getByRole("button", { name: /Save schedule/ }));
		expect(schedules(plan)[0]?.revisions).toHaveLength(2);
		expect(row().textContent).toMatch(/Waiting for commit/);
	});

	test("[R64][R65] held: not available and why, the own input readable, and another try once it is free", async () => {
		const revision = submitted("revision-1", { terms: makeTerms({ quantity: 77 }) });
		const plan = planWith({ schedule: { quantity: 77 }, revisions: [revision] });
		const ledger = ledgerWith((doc) => {
			writeHold(doc, { subscriptionKey: keyOf(revision), since: day("2026-11-20") });
			writeVerdict(doc, makeRefused(revision, FIRST, "held"));
		});
		open(plan, { ledger });
		const form = await openPanel("View");

		expect(row().textContent).toMatch(/Not available/);
		expect(
			within(row()).getByText("Another partner has scheduled the renewal of this subscription."),
		).toHaveAttribute("role", "tooltip");
		const licences = form.getByRole("spinbutton", { name: "Licences" });
		expect(licences).toHaveValue("77");
		expect(licences).toBeDisabled();
		expect(form.getByText(/Your input is kept/)).toBeVisible();
		expect(form.queryByRole("button", { name: /^Save/ })).toBeNull();

		ledger.getMap("holds").clear();
		await waitFor(() => expect(licences).toBeEnabled());
		await userEvent.click(form.getByRole("button", { name: /Save schedule/ }));
		expect(schedules(plan)[0]?.revisions).toHaveLength(2);
	});

	test("[R64] a hold of which the team has no schedule offers nothing", () => {
		const ledger = ledgerWith((doc) =>
			writeHold(doc, { subscriptionKey: keyOf(submitted("r")), since: day("2026-11-20") }),
		);
		open(planWith(), { ledger });

		expect(row().textContent).toMatch(/Not available/);
		expect(within(row()).queryByRole("button")).toBeNull();
	});

	test("what the team has scheduled twice is offered as a change of the schedule that was first", async () => {
		const [first, second] = [
			submitted("revision-1"),
			submitted("revision-2", { terms: makeTerms({ quantity: 99 }), byName: "Deniz Kaya" }),
		];
		const plan = planWith({ schedule: {}, revisions: [first] });
		draftSchedule(plan, makeSchedule(SECOND, { terms: second.terms }));
		submitRevision(plan, SECOND, second);
		const ledger = ledgerWith((doc) => {
			writeVerdict(doc, makeCommitted(first, FIRST));
			writeVerdict(doc, makeRefused(second, SECOND, "team-already-scheduled"));
		});
		open(plan, { ledger });
		const form = await openPanel("Edit");

		const offer = within(form.getByRole("region", { name: "Your team has already scheduled this" }));
		expect(offer.getByText("The values of Deniz Kaya differ from the committed ones:")).toBeVisible();
		expect(offer.getByText("Licences").nextElementSibling?.textContent).toBe("99 240");
		await userEvent.click(offer.getByRole("button", { name: "Use as a change" }));
		expect(schedules(plan).find((one) => one.id === FIRST)?.terms.quantity).toBe(99);
		expect(form.queryByRole("region", { name: "Your team has already scheduled this" })).toBeNull();
		await userEvent.click(form.getByRole("button", { name: /Save change/ }));
		expect(
			schedules(plan)
				.find((one) => one.id === FIRST)
				?.revisions.at(-1)?.terms.quantity,
		).toBe(99);
	});

	test.each<RefusalReason>(["illegal-terms", "role-not-allowed", "unknown"])(
		"refused with %s has a sentence in the row",
		(reason) => {
			const revision = submitted("revision-1");
			const ledger = ledgerWith((doc) => writeVerdict(doc, makeRefused(revision, FIRST, reason)));
			open(planWith({ schedule: {}, revisions: [revision] }), { ledger });

			expect(row().textContent).toMatch(/Refused.*\.Edit and try again/);
		},
	);
});

describe("a committed schedule", () => {
	function committed() {
		const revision = submitted("revision-1");
		const ledger = ledgerWith((doc) => writeVerdict(doc, makeCommitted(revision, FIRST)));
		return { plan: planWith({ schedule: {}, revisions: [revision] }), ledger, revision };
	}

	test("is changed by a new revision of the same schedule", async () => {
		const { plan, ledger } = committed();
		open(plan, { ledger });
		const form = await openPanel("Edit");
		const save = form.getByRole("button", { name: /Save change/ });
		expect(save).toHaveAttribute("aria-disabled", "true");
		await type("250");

		expect(row().textContent).toMatch(/change not submitted/);
		await userEvent.click(form.getByRole("button", { name: /Save change/ }));
		expect(schedules(plan)).toMatchObject([{ id: FIRST, revisions: [{}, { terms: { quantity: 250 } }] }]);
		expect(row().textContent).toMatch(/change waiting/);
	});

	test("a change that was not submitted can be discarded", async () => {
		const { plan, ledger } = committed();
		open(plan, { ledger });
		const form = await openPanel("Edit");
		await type("250");
		await userEvent.click(form.getByRole("button", { name: "Discard change" }));

		expect(schedules(plan)[0]?.terms.quantity).toBe(240);
		expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("240");
	});

	test("[R95] is cancelled after one question, and free when the server has said so", async () => {
		const { plan, ledger, revision } = committed();
		open(plan, { ledger });
		const form = await openPanel("Edit");
		await userEvent.click(form.getByRole("button", { name: "Cancel schedule" }));
		await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Keep it" }));
		expect(schedules(plan)[0]?.withdrawn).toEqual({});

		await userEvent.click(form.getByRole("button", { name: "Cancel schedule" }));
		const dialog = within(screen.getByRole("dialog"));
		await userEvent.click(dialog.getByRole("button", { name: "Cancel schedule" }));
		expect(schedules(plan)[0]?.withdrawn).toMatchObject({ "revision-1": { byName: "Anna Sievers" } });
		expect(row().textContent).toMatch(/Committed.*cancelling/);
		writeRelease(ledger, makeRelease(revision, "released"));
		await waitFor(() => expect(row().textContent).toMatch(/Available/));
		expect(screen.getByText("Microsoft 365 E3: schedule cancelled")).toBeVisible();
	});

	test("[R58] a sales agent cannot cancel it", async () => {
		const { plan, ledger } = committed();
		open(plan, { ledger, member: { roles: ["sales-agent"] } });
		const form = await openPanel("Edit");

		expect(form.getByRole("button", { name: "Cancel schedule" })).toHaveAttribute("aria-disabled", "true");
	});
});

test("a draft is discarded without a question", async () => {
	const plan = planWith({ schedule: {} });
	open(plan);
	const form = await openPanel("Edit");
	await userEvent.click(form.getByRole("button", { name: "Discard draft" }));

	expect(schedules(plan)).toMatchObject([{ discarded: { quantity: 240 }, revisions: [] }]);
	expect(row().textContent).toMatch(/Available/);
});

describe("a colleague", () => {
	function peerOf(plan: Y.Doc): { peer: Y.Doc; send(): void } {
		const peer = new Y.Doc();
		Y.applyUpdate(peer, Y.encodeStateAsUpdate(plan));
		return { peer, send: () => Y.applyUpdate(plan, Y.encodeStateAsUpdate(peer), "network") };
	}

	test("changes another field: both stand, in the form and in the document", async () => {
		const plan = planWith({ schedule: {} });
		open(plan);
		const form = await openPanel("Edit");
		const { peer, send } = peerOf(plan);
		await type("260");
		editDraft(peer, FIRST, { billingPlan: "annual" });
		send();

		expect(form.getByRole("radio", { name: "Annual" })).toBeChecked();
		expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("260");
		expect(schedules(plan)[0]?.terms).toMatchObject({ quantity: 260, billingPlan: "annual" });
	});

	test("deletes the draft that is open: the next change begins a new one", async () => {
		const plan = planWith({ schedule: { quantity: 77 } });
		open(plan);
		const form = await openPanel("Edit");
		const { peer, send } = peerOf(plan);
		scheduleNodes(peer).delete(FIRST);
		send();

		await waitFor(() => expect(form.getByRole("spinbutton", { name: "Licences" })).toHaveValue("240"));
		await type("50");
		expect(schedules(plan)).toMatchObject([{ terms: { quantity: 50 } }]);
	});

	test("takes the customer away: the page says so", async () => {
		const plan = planWith();
		open(plan);
		const { peer, send } = peerOf(plan);
		peer.getMap("customers").delete(customer.id);
		send();

		expect(await screen.findByRole("heading", { name: "This customer is not in your plan" })).toBeVisible();
	});

	test("is in a field: it is marked with the name, and others see where this member is", async () => {
		const plan = planWith({ schedule: {} });
		const { setPresence, places } = open(plan);
		const form = await openPanel("Edit");
		const place = { customerId: customer.id, scheduleId: FIRST, field: "quantity" };
		setPresence([{ user: { id: "u2", name: "Deniz Kaya" }, place, away: false }]);

		expect(form.getByText("Deniz Kaya")).toBeVisible();
		const held = form.getByRole("spinbutton", { name: "Licences" }).closest(".held");
		expect(held).toHaveAttribute("data-who", "Deniz");
		await userEvent.click(form.getByRole("spinbutton", { name: "Licences" }));
		expect(places.at(-1)).toEqual(place);
		await userEvent.keyboard("{Escape}");
		expect(places.at(-1)).toEqual({ customerId: customer.id });
	});
});

describe("the list", () => {
	const early = makeAgreement({
		id: "a-1" as AgreementId,
		number: "71993056",
		endsOn: day("2026-11-14"),
		lines: [makeLine({ partNumber: "A-1", description: "Teams Phone" })],
	});
	const late = makeAgreement({
		id: "a-2" as AgreementId,
		number: "90215544",
		endsOn: day("2027-03-31"),
		lines: [makeLine(), makeLine({ partNumber: "B-2", description: "Copilot" })],
	});
	const noCatalogue = emptyCatalogueRows;

	test("groups the subscriptions of the ticked agreements by end date", async () => {
		open(planWith({ agreements: [late, early] }), { catalogue: noCatalogue });

		const groups = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);
		expect(groups()).toEqual([
			"71993056ended 14 Nov 2026processed the day after scheduling, from 00:00 UTC",
			"Teams Phone",
			"90215544ends 31 Mar 2027processed 1 Apr 2027, from 00:00 UTC",
			"M365 E3",
			"Copilot",
		]);
		await userEvent.click(screen.getByRole("checkbox", { name: "Agreement 71993056" }));
		expect(groups()).not.toContain("Teams Phone");
		await userEvent.click(screen.getByRole("button", { name: "Show or hide the subscriptions of 90215544" }));
		expect(groups()).toHaveLength(1);
	});

	test("[R37] names agreements outside the window with the reason", async () => {
		const agreements = [
			early,
			{ ...late, id: "a-3" as AgreementId, number: "11", endsOn: day("2026-08-23") },
			{ ...late, id: "a-4" as AgreementId, number: "12", endsOn: day("2027-05-23") },
		];
		open(planWith({ agreements }));
		await userEvent.click(screen.getByText("2 agreements outside the window"));

		expect(screen.getByText("Ended on 23 Aug 2026, more than 90 days ago.")).toBeVisible();
		expect(screen.getByText("Ends on 23 May 2027. Renewable from 23 Nov 2026.")).toBeVisible();
	});

	test.each<[string, Agreement, RegExp, string]>([
		[
			"public sector",
			makeAgreement({ lines: [makeLine({ segment: "education" })] }),
			/Manual path only/,
			"Channel transfers support commercial SKUs only.",
		],
		[
			"extended term",
			makeAgreement({ eptStatus: "in-ept", eptOptOutOn: day("2026-11-28") }),
			/Extended term \(EPT\)/,
			"Cannot be renewed while the extended term runs. Opt out by 28 Nov 2026.",
		],
		[
			"unsupported",
			makeAgreement({ lines: [makeLine({ partNumber: "ZTU-66135" })] }),
			/Not available in CSP/,
			"This SKU is not supported for renewal to CSP.",
		],
		[
			"already renewed",
			makeAgreement({ status: "renewed" }),
			/Already renewed/,
			"The agreement was renewed in the EA.",
		],
	])("%s has no action and says why", (_, agreement, label, why) => {
		open(planWith({ agreements: [agreement] }));
		const line = screen.getAllByRole("rowheader").at(-1)?.closest("tr") ?? expect.fail();

		expect(line.textContent).toMatch(label);
		expect(
			within(line)
				.getAllByText(why)
				.some((one) => one.getAttribute("role") === "tooltip"),
		).toBe(true);
		expect(within(line).queryByRole("button")).toBeNull();
	});

	test("[R24] a SKU at end of sale is marked and can be renewed", async () => {
		const rows = { ...catalogue, prices: [makePrice({ sku: "CFQ7TTC0HD32/0002" as typeof SKU })] };
		open(planWith(), { catalogue: rows });

		expect(within(row()).getByText("End of sale")).toBeVisible();
		const form = await openPanel();
		expect(form.getByRole("radio", { name: "3 years" })).toBeEnabled();
		expect(form.getByText("No price: this SKU is no longer in the price list.")).toBeVisible();
	});

	test("J, K, S, Escape and Ctrl Enter do it all", async () => {
		const plan = planWith({ agreements: [early, late] });
		open(plan, { catalogue: noCatalogue });
		await userEvent.keyboard("jj");
		expect(row("M365 E3")).toHaveFocus();
		await userEvent.keyboard("k");
		expect(row("Teams Phone")).toHaveFocus();
		await userEvent.keyboard("s");
		expect(panel().getByRole("heading", { name: /Teams Phone/ })).toBeVisible();
		await userEvent.keyboard("j");
		expect(panel().getByRole("heading", { name: /M365 E3/ })).toBeVisible();
		await userEvent.keyboard("{Control>}{Enter}{/Control}");
		expect(schedules(plan)).toMatchObject([{ lineKey: "ZUB-92164", revisions: [{}] }]);
		await userEvent.keyboard("{Escape}");
		expect(screen.queryByRole("complementary")).toBeNull();
		expect(row("Teams Phone")).toHaveFocus();
	});

	test("a customer outside the CSP region has nothing to renew", () => {
		const plan = planWith();
		putCustomer(plan, { ...customer, country: US });
		open(plan, { catalogue: noCatalogue });

		expect(row("M365 E3").textContent).toMatch(/Outside CSP region/);
	});

	test("the address opens a subscription", () => {
		const plan = planWith();
		const { session } = openTestSession({ plan, workspace: serverWorkspace(), catalogue });
		const line = encodeURIComponent(`${makeAgreement().id}\nZUB-92164`);
		showPage(session, TransfersPage, {
			at: `/customers/${customer.id}/transfers?line=${line}`,
			pattern: "/customers/:customerId/transfers",
		});

		expect(panel().getByRole("heading", { name: /Microsoft 365 E3/ })).toBeVisible();
	});
});

function monthEnd(text: string): string {
	return `${text}, end of month`;
}
