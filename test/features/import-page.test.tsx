import { MemoryRouter, Route } from "@solidjs/router";
import { render, screen, waitFor, within } from "@solidjs/testing-library";
import { createRoot, createSignal } from "solid-js";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { agreementRecords } from "#document/plan/agreements.ts";
import { customerRecords } from "#document/plan/customers.ts";
import { type CatalogueRows, emptyCatalogueRows } from "#domain/catalogue.ts";
import type { CountryCode } from "#domain/partner.ts";
import { CataloguePage } from "#features/import/catalogue-page.tsx";
import { ImportPage } from "#features/import/import-page.tsx";
import { loadSample } from "#features/import/load-sample.ts";
import { en } from "#i18n/en.ts";
import { MessagesProvider } from "#i18n/messages.tsx";
import { createSession } from "#session/create-session.ts";
import { type Session, SessionProvider } from "#session/session.tsx";

const NOW = Date.parse("2026-11-22T09:00:00Z");

/** A local workspace over real documents, without a database. */
function localSession(): Session {
	return createRoot(() => {
		const [rows, setRows] = createSignal<CatalogueRows>(emptyCatalogueRows);
		const partner = {
			id: "p",
			name: "Nordlicht Distribution",
			type: "indirect-provider",
			country: "DE" as CountryCode,
		} as const;
		return createSession({
			workspace: () => ({ kind: "local", id: "w", partner, memberName: "Lena", sample: false }),
			plan: new Y.Doc(),
			ledger: new Y.Doc(),
			catalogueRows: rows,
			importCatalogue: async (brought) => void setRows((before) => ({ ...before, ...brought })),
			connection: () => ({ state: "local" }),
			storage: () => ({ state: "ok", sizeBytes: 0 }),
			syncNow: () => undefined,
			clockOffsetMs: () => 0,
			isClockKnown: () => false,
			presence: () => [],
			setPlace: () => undefined,
			leave: async () => undefined,
			now: () => NOW,
		});
	});
}

function show(session: Session, Page: () => unknown) {
	return render(() => (
		<MessagesProvider locale="en" messages={en}>
			<SessionProvider value={session}>
				<MemoryRouter>
					<Route path="*" component={() => <>{Page()}</>} />
				</MemoryRouter>
			</SessionProvider>
		</MessagesProvider>
	));
}

const fixtures = import.meta.glob<string>("../fixtures/{ea,catalogue}/*.csv", {
	query: "?url",
	import: "default",
	eager: true,
});

async function fixture(path: string): Promise<File> {
	const response = await fetch(fixtures[`../fixtures/${path}`] ?? "");
	return new File([await response.arrayBuffer()], path.replace(/^.*\//, ""), { type: "text/csv" });
}

function choose(...files: readonly File[]): void {
	const input = screen.getByLabelText<HTMLInputElement>(/Choose files/);
	const transfer = new DataTransfer();
	for (const file of files) transfer.items.add(file);
	input.files = transfer.files;
	input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The number under a heading of the counts. */
function count(label: string): string | null | undefined {
	return screen.getAllByText(label).find((found) => found.tagName === "DT")?.nextElementSibling?.textContent;
}

const importButton = (name: RegExp) => screen.findByRole("button", { name }, { timeout: 5000 });

describe("the import page", () => {
	test("reads agreements, imports them and takes them back as one step", async () => {
		const session = localSession();
		show(session, () => <ImportPage />);
		choose(await fixture("ea/agreements.csv"));
		const button = await importButton(/Import 36 agreements/);
		expect(count("Rows")).toBe("90");
		expect(count("Customers")).toBe("25");
		expect(count("Subscriptions")).toBe("90");
		expect(count("Seats")).toBe("16,086");
		expect(screen.getByText("Every row could be read.")).toBeTruthy();
		expect(agreementRecords(session.plan).size).toBe(0);

		button.click();
		await screen.findByText("Imported");
		expect(agreementRecords(session.plan).size).toBe(36);
		expect(customerRecords(session.plan).size).toBe(25);
		(await screen.findByRole("button", { name: "Undo" })).click();
		expect(agreementRecords(session.plan).size).toBe(0);
		expect(screen.getByText("The import was undone")).toBeTruthy();
	});

	test("shows each rejected row of a messy file with its reason, and asks about the open day", async () => {
		const session = localSession();
		show(session, () => <ImportPage />);
		choose(await fixture("ea/agreements-messy.csv"));
		const blocked = await importButton(/Import 36 agreements/);
		expect(blocked.getAttribute("aria-disabled")).toBe("true");
		const rejected = within(screen.getByRole("region", { name: "Rejected rows" }));
		const cells = rejected.getAllByRole("row").map((row) => row.textContent);
		expect(cells.slice(1)).toEqual([
			expect.stringContaining("73The row breaks off"),
			"101Seats cannot be negative.Anzahl-25",
			"102This country lies in no CSP region.LandAtlantis",
			expect.stringContaining("105A total"),
		]);

		screen.getByLabelText("3 Apr 2027").click();
		const button = await importButton(/Import 37 agreements/);
		expect(count("Seats")).toBe("16,126");
		button.click();
		await screen.findByText("Imported");
		expect(agreementRecords(session.plan).size).toBe(37);
	});

	test("waits for the order details, joins them with the contracts and finds the customers that are there", async () => {
		const session = localSession();
		show(session, () => <ImportPage />);
		choose(await fixture("ea/agreements.csv"));
		(await importButton(/Import 36/)).click();
		(await screen.findByRole("button", { name: "Import more" })).click();

		choose(await fixture("ea/contracts.csv"));
		await screen.findByText(/Add the order details/);
		choose(await fixture("ea/orders.csv"));
		await screen.findByText("207 order lines were added up to 90 subscriptions");
		expect(screen.getByText("0 new, 0 changed, 36 unchanged")).toBeTruthy();
		const target = screen.getByRole<HTMLSelectElement>("combobox", { name: "Customer for Weserstahl AG" });
		expect(target.selectedOptions[0]?.textContent).toBe("Weserstahl AG");
	});

	test("compares a licence statement with the customer's subscriptions", async () => {
		const session = localSession();
		show(session, () => <ImportPage />);
		choose(await fixture("ea/agreements.csv"));
		(await importButton(/Import 36/)).click();
		(await screen.findByRole("button", { name: "Import more" })).click();

		choose(await fixture("ea/mls-pivot.csv"));
		await screen.findByText("The seats agree.");
		expect(screen.getByText("Statement of 20 Nov 2026")).toBeTruthy();
		expect(screen.getByRole("row", { name: /^Total/ }).textContent).toBe("Total2,1802,1800");
	});

	test("lets a person choose a column that its header does not name", async () => {
		const session = localSession();
		show(session, () => <ImportPage />);
		const text = [
			"Kunde;Mandanten-ID;Vertragsnummer;Vertragsende;Teil;Anzahl",
			"A;d14dcc31-2684-4e4e-baa3-6434ef2510c6;7;31.01.2027;P-1;5",
		].join("\n");
		choose(new File([text], "list.csv"));
		const column = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Part number" });
		column.value = "4";
		column.dispatchEvent(new Event("change", { bubbles: true }));
		(await importButton(/Import 1 agreement$/)).click();
		await screen.findByText("Imported");
		expect([...agreementRecords(session.plan).values()]).toMatchObject([
			{ number: "7", lines: [{ partNumber: "P-1", quantity: 5 }] },
		]);
	});

	test.each([
		["a price list", () => fixture("catalogue/price-list-DE-2026-11.csv"), /This is a catalogue file/],
		["something else", () => new File(["Name,Colour\nA,red"], "x.csv"), /no export that Staffel knows/],
		["a workbook", () => new File([new Uint8Array([0x50, 0x4b, 3, 4])], "x.xlsx"), /This is a workbook/],
		["nothing", () => new File([""], "x.csv"), /has no rows/],
	])("refuses %s with a sentence", async (_, file, sentence) => {
		show(localSession(), () => <ImportPage />);
		choose(await file());
		await screen.findByText(sentence);
		expect(screen.queryByRole("button", { name: /^Import/ })).toBeNull();
	});
});

describe("the catalogue page", () => {
	test("imports files one after the other and shows what is there", async () => {
		const session = localSession();
		show(session, () => <CataloguePage />);
		choose(
			await fixture("catalogue/offer-matrix.csv"),
			await fixture("catalogue/part-number-map.csv"),
			await fixture("catalogue/price-list-DE-2026-11.csv"),
			await fixture("catalogue/price-list-CH-2026-11.csv"),
			await fixture("ea/agreements.csv"),
		);
		await screen.findByText(/This is no catalogue file/);
		expect(count("Offer matrix")).toBe("70");
		expect(count("Part number map")).toBe("53");
		expect(screen.getByText("Price list, DE, 308 rows, 1 trial left out")).toBeTruthy();
		expect(screen.getByRole("row", { name: /^DE/ }).textContent).toBe("DEEUR593081 Nov 2026");
		expect(screen.getByRole("row", { name: /^CH/ }).textContent).toBe("CHCHF582991 Jul 2026");
		expect(session.hasCatalogue()).toBe(true);
	});
});

test("the sample fills a workspace with one team's season, which undo does not take back", async () => {
	const session = localSession();
	const counts = await loadSample(session);
	expect(counts.customers.new).toBe(16);
	await waitFor(() => expect(session.customers.all().size).toBe(16));
	const lines = [...session.agreements.all().values()].flatMap((agreement) => agreement.lines);
	expect(lines).toHaveLength(59);
	expect(lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(11659);
	expect(session.relationship("97f4b591-ea6a-471a-8c20-01a19d76b26e")).toBe("requested");
	expect(session.hasCatalogue()).toBe(true);
	expect(session.undo.can()).toBe(false);
});
