import { describe, expect, test } from "vitest";
import { NO_HASH, type ReceiptBody, receiptBytes } from "#protocol/receipt.ts";

const body = {
	subscriptionKeyHash: "ab".repeat(32),
	partnerId: "nordlicht",
	revisionId: "revision-1",
	kind: "commit",
	index: 0,
	at: "2026-11-22T09:14:00.000Z",
	previousHash: NO_HASH,
} as ReceiptBody;

describe("the bytes of a receipt", () => {
	test("are the same for the same receipt", () => {
		expect(receiptBytes({ ...body })).toEqual(receiptBytes(body));
	});

	test.each<Partial<ReceiptBody>>([
		{ subscriptionKeyHash: "cd".repeat(32) },
		{ partnerId: "rheinblick" },
		{ revisionId: "revision-2" },
		{ kind: "release" },
		{ index: 1 },
		{ at: "2026-11-22T09:14:00.001Z" as ReceiptBody["at"] },
		{ previousHash: "1".repeat(64) },
	])("differ as soon as %o does", (change) => {
		expect(receiptBytes({ ...body, ...change })).not.toEqual(receiptBytes(body));
	});

	test("keep the border between two fields", () => {
		const one = receiptBytes({ ...body, partnerId: "ab", revisionId: "c" as ReceiptBody["revisionId"] });
		const other = receiptBytes({ ...body, partnerId: "a", revisionId: "bc" as ReceiptBody["revisionId"] });
		expect(one).not.toEqual(other);
	});
});
