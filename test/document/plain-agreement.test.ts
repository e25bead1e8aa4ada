import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { isPlainAgreement } from "#document/plan/plain-agreement.ts";
import { Agreement } from "#domain/agreement.ts";

const SEED = 20261122;

const plain = {
	id: "a1",
	customerId: "c1",
	number: "84120937",
	endsOn: "2027-02-28",
	eptStatus: "default",
	status: "active",
	lines: [{ partNumber: "AAA-10732", description: "Microsoft 365 E3", quantity: 250, segment: "commercial" }],
};

/** Values that stand for what a peer may write into any field. */
const anything = fc.constantFrom(
	undefined,
	null,
	"",
	"x",
	"x".repeat(300),
	0,
	-1,
	1.5,
	Number.NaN,
	"2027-02-28",
	"2027-02-30",
	"2027-2-28",
	"in-ept",
	"active",
	"charity",
	[],
	{},
	plain.lines,
	true,
);

const damagedAgreement = fc
	.record({
		field: fc.constantFrom(
			...Object.keys(Agreement.entries),
			"lines.0.partNumber",
			"lines.0.discriminator",
			"lines.0.description",
			"lines.0.quantity",
			"lines.0.segment",
			"lines.0.usageCountry",
			"lines.0.coverageEndsOn",
		),
		value: anything,
	})
	.map(({ field, value }) => {
		const copy = structuredClone(plain) as Record<string, unknown>;
		if (field.startsWith("lines.0.")) {
			copy.lines = [{ ...plain.lines[0], [field.slice("lines.0.".length)]: value }];
		} else copy[field] = value;
		return copy;
	});

describe("a plain agreement", () => {
	test("is recognised without the schema", () => {
		expect(isPlainAgreement(plain)).toBe(true);
	});

	test("is never anything that the schema would read otherwise", () => {
		fc.assert(
			fc.property(damagedAgreement, (record) => {
				fc.pre(isPlainAgreement(record));
				const read = v.safeParse(Agreement, record);
				expect(read.success).toBe(true);
				expect(read.output).toEqual(record);
			}),
			{ seed: SEED, numRuns: 2_000 },
		);
	});

	test.each([
		["a day that does not exist", { endsOn: "2027-02-30" }],
		["an unknown status", { status: "paused" }],
		["half a seat", { lines: [{ ...plain.lines[0], quantity: 0.5 }] }],
		["no lines", { lines: undefined }],
		["an empty number", { number: "" }],
	])("is none with %s", (_, damage) => {
		expect(isPlainAgreement({ ...plain, ...damage })).toBe(false);
	});
});
