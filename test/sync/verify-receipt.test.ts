import { describe, expect, test } from "vitest";
import type { ScheduleId } from "#domain/schedule.ts";
import type { SubscriptionKey } from "#domain/subscription-key.ts";
import type { Receipt } from "#domain/verdict.ts";
import { verifyReceipt } from "#sync/verify-receipt.ts";
import { makeCommitted, makeRevision } from "../support/nouns.ts";
import { makeTestSigner } from "../support/receipts.ts";

const verdict = makeCommitted(makeRevision("revision-1"), "schedule-1" as ScheduleId);

test("a receipt that the server signed is valid", async () => {
	const signer = await makeTestSigner();

	expect(await verifyReceipt(await signer.sign(verdict), signer.publicKey, verdict)).toBe("valid");
});

describe("a receipt is invalid when", () => {
	const changes: [string, Partial<Receipt>][] = [
		["its place is another", { index: 1 }],
		["its time is another", { at: "2026-11-22T10:10:00.001Z" as Receipt["at"] }],
		["its partner is another", { partnerId: "nordlicht" }],
		["its kind is another", { kind: "change" }],
		["its hash is another", { hash: "ab".repeat(32) }],
		["its key is another", { keyId: "0123456789abcdef" }],
		["its signature is no base64", { signature: "§" }],
		["its signature is too short", { signature: "AAAA" }],
		["its revision is another", { revisionId: "revision-2" }],
	];

	test.each(changes)("%s", async (_, change) => {
		const signer = await makeTestSigner();
		const receipt = { ...(await signer.sign(verdict)), ...change };

		expect(await verifyReceipt(receipt, signer.publicKey, verdict)).toBe("invalid");
	});

	test("it speaks of another subscription", async () => {
		const signer = await makeTestSigner();
		const other = { ...verdict, subscriptionKey: `${verdict.subscriptionKey}/2` as SubscriptionKey };

		expect(await verifyReceipt(await signer.sign(verdict), signer.publicKey, other)).toBe("invalid");
	});

	test("somebody else signed it", async () => {
		const [signer, stranger] = [await makeTestSigner(), await makeTestSigner()];

		expect(await verifyReceipt(await stranger.sign(verdict), signer.publicKey, verdict)).toBe("invalid");
	});

	test("the server's key is none", async () => {
		const signer = await makeTestSigner();

		expect(await verifyReceipt(await signer.sign(verdict), "AAAA", verdict)).toBe("invalid");
	});
});
