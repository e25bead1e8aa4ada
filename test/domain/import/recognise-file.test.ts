import { expect, test } from "vitest";
import { recogniseFile } from "#domain/import/recognise-file.ts";
import { readTable, tableOf } from "../../support/read-table.ts";

test.each([
	["ea/agreements.csv", { shape: "agreements" }],
	["ea/agreements-utf16.csv", { shape: "agreements" }],
	["ea/agreements-messy.csv", { shape: "agreements" }],
	["ea/contracts.csv", { shape: "contracts" }],
	["ea/orders.csv", { shape: "orders" }],
	["ea/mls-pivot.csv", { shape: "statement" }],
	["catalogue/offer-matrix.csv", { shape: "catalogue", kind: "offers" }],
	["catalogue/part-number-map.csv", { shape: "catalogue", kind: "parts" }],
	["catalogue/promotions.csv", { shape: "catalogue", kind: "promotions" }],
	["catalogue/price-list-DE-2026-11.csv", { shape: "catalogue", kind: "prices" }],
	["catalogue/price-list-DE-2026-12-preview.csv", { shape: "catalogue", kind: "prices" }],
])("%s is recognised by its header", async (path, shape) => {
	expect(recogniseFile(await readTable(path))).toEqual(shape);
});

test.each([
	["nothing", tableOf("")],
	["other columns", tableOf("Subscription ID;Subscription;Quantity;Status;Reseller")],
	["customers", tableOf("Microsoft ID;Company name;Primary domain name;Relationship")],
	["text", tableOf("Dear all", "here is the list")],
])("a file of %s is none", (_, table) => {
	expect(recogniseFile(table)).toEqual({ shape: "none" });
});

test("a flat file that lacks one needed word is still one: the person chooses the column", () => {
	const table = tableOf("Kunde;Mandanten-ID;Vertragsnummer;Vertragsende;Teil;Anzahl");
	expect(recogniseFile(table)).toEqual({ shape: "agreements" });
});
