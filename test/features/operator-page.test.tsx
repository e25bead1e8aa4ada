import { screen, waitFor, within } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { emptyCatalogueRows } from "#domain/catalogue.ts";
import { OperatorPage } from "#features/operator/operator-page.tsx";
import { en } from "#i18n/en.ts";
import type { PartnerList, TenantList } from "#protocol/api.ts";
import { serveApi } from "../support/memory-api.ts";
import { DE, makeCustomer, makePartner } from "../support/nouns.ts";
import { showPeople } from "../support/show-people.tsx";

const rheinblick = { ...makePartner({ name: "Rheinblick" }), members: 2 };
const nordlicht = { ...makePartner({ id: "nordlicht", name: "Nordlicht" }), members: 1 };

function show(tab = "") {
	showPeople(() => <OperatorPage members={(id) => <p>{`members of ${id}`}</p>} />, {
		at: `/operator${tab}`,
		pattern: "/operator/:tab?",
	});
}

test("a new partner appears in the list, opened to its members", async () => {
	const list: PartnerList = [];
	serveApi({
		"GET /api/partners": () => ({ status: 200, body: list }),
		"POST /api/partners": ({ body }) => {
			const partner = { ...rheinblick, ...(body as { name: string }), id: "new", members: 0 };
			list.push(partner);
			return { status: 201, body: partner };
		},
	});
	show();
	await userEvent.click(await screen.findByRole("button", { name: "New partner" }));
	await userEvent.fill(screen.getByLabelText("Company"), "Lakeshore Cloud Partners, Inc.");
	await userEvent.selectOptions(screen.getByLabelText("Country"), "United States");
	expect(screen.getByText("CSP region United States")).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Create partner" }));
	expect(await screen.findByText("members of new")).toBeVisible();
	expect(screen.getByRole("button", { name: /^Lakeshore/ })).toHaveAttribute("aria-expanded", "true");
});

test("relationships are ended and granted, tenant by tenant", async () => {
	const { id: tenantId, name } = makeCustomer();
	const tenants: TenantList = [
		{ tenantId, name, country: DE, relationships: [{ partnerId: "rheinblick", status: "active" }] },
		{ tenantId: "t2" as typeof tenantId, name: "Limmat Treuhand AG", country: null, relationships: [] },
	];
	const { calls } = serveApi({
		"GET /api/partners": { status: 200, body: [rheinblick, nordlicht] },
		"GET /api/relationships": () => ({ status: 200, body: tenants }),
		"PUT /api/relationships": ({ body }) => {
			const { partnerId, status } = body as { partnerId: string; status: "active" | "none" };
			tenants[0]?.relationships.push({ partnerId, status });
			if (status === "none") tenants[0]?.relationships.shift();
			return { status: 204 };
		},
	});
	show("/relationships");
	const filter = await screen.findByLabelText("Filter by name or tenant");
	await userEvent.keyboard("/weser");
	expect(filter).toHaveValue("weser");
	expect(screen.queryByText("Limmat Treuhand AG")).toBeNull();
	await userEvent.selectOptions(
		screen.getByLabelText("Grant a partner access to Weserstahl AG"),
		"Nordlicht",
	);
	await userEvent.click(
		await screen.findByRole("button", { name: "End the relationship of Rheinblick with Weserstahl AG" }),
	);
	await waitFor(() => expect(screen.queryByRole("button", { name: /of Rheinblick/ })).toBeNull());
	expect(within(screen.getByRole("table")).getAllByRole("button")).toHaveLength(1);
	expect(calls.filter((call) => call.method === "PUT").map((call) => call.body)).toEqual([
		{ tenantId, partnerId: "nordlicht", status: "active" },
		{ tenantId, partnerId: "rheinblick", status: "none" },
	]);
});

test("each catalogue file says what it was taken for, which rows were rejected, or why it was refused", async () => {
	serveApi({
		"GET /api/partners": { status: 200, body: [] },
		"GET /api/catalogue": { status: 200, body: emptyCatalogueRows },
		"POST /api/catalogue": ({ body }) =>
			(body as File).name === "prices.csv"
				? {
						status: 200,
						body: { kind: "prices", markets: ["DE"], rows: 308, rejected: [{ row: 7, reason: "not-a-day" }] },
					}
				: { status: 422, body: { error: "unknown-file" } },
	});
	show("/catalogue");
	const input = await screen.findByLabelText(/^Choose files/);
	await userEvent.upload(input, [new File(["a"], "prices.csv"), new File(["b"], "holiday.csv")]);
	expect(
		await screen.findByText("This file is none of the catalogue’s: its columns are not known."),
	).toBeVisible();
	expect(screen.getByText(/Price list, DE, 308 rows/)).toBeVisible();
	await userEvent.click(screen.getByText("1 row rejected"));
	expect(screen.getByText(`Row 7: ${en.imports.reasons["not-a-day"]}`)).toBeVisible();
});
