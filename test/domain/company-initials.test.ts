import { expect, test } from "vitest";
import { companyInitials } from "#domain/company-initials.ts";

test.each([
	["Hansewerk Logistik AG", "HL"],
	["Druckhaus Lechner GmbH & Co. KG", "DL"],
	["Weserstahl AG", "WE"],
	["Van der Velde Agrar B.V.", "VD"],
	["Dampier & Lowe, Inc.", "DL"],
	["Öztürk", "ÖZ"],
	["AG", "AG"],
	["X", "X"],
	["–", ""],
])("%s has the initials %s", (name, initials) => {
	expect(companyInitials(name)).toBe(initials);
});
