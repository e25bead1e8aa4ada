import * as v from "valibot";
import { CustomerId } from "./customer.ts";
import { Day } from "./day.ts";

/** As in the price lists. Everything but `commercial` is public sector (R15). */
export const Segment = v.picklist(["commercial", "education", "government", "charity"]);
export type Segment = v.InferOutput<typeof Segment>;

/** `default`: the extended term would begin after the end; `in-ept`: it runs (R39). */
export const EptStatus = v.picklist(["default", "opted-out", "in-ept"]);
export type EptStatus = v.InferOutput<typeof EptStatus>;

/** `unknown` stands for a word that no public list explains; it is shown and decides nothing. */
export const AgreementStatus = v.picklist(["active", "expired", "renewed", "extended", "unknown"]);
export type AgreementStatus = v.InferOutput<typeof AgreementStatus>;

export const AgreementId = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.brand("AgreementId"));
export type AgreementId = v.InferOutput<typeof AgreementId>;

/** One EA subscription: a part number of an agreement. */
export const AgreementLine = v.object({
	/** As the export has it, trimmed and in upper case, for example `ZUB-92164`. */
	partNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
	/** Tells lines of one part number apart where an agreement has several; mostly absent. */
	discriminator: v.optional(v.pipe(v.string(), v.maxLength(64))),
	description: v.string(),
	/** Seats, a whole number. */
	quantity: v.pipe(v.number(), v.integer(), v.minValue(0)),
	segment: Segment,
	usageCountry: v.optional(v.string()),
	coverageEndsOn: v.optional(Day),
});
export type AgreementLine = v.InferOutput<typeof AgreementLine>;

/** An EA agreement with its EA subscriptions, as an import brought it. Never changed by a schedule (R41). */
export const Agreement = v.object({
	id: AgreementId,
	customerId: CustomerId,
	/** The agreement number, or the License ID where the export knows only that. Text: zeros and hyphens count. */
	number: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
	enrollmentNumber: v.optional(v.string()),
	program: v.optional(v.string()),
	/** The last day, inclusive (R26). */
	endsOn: Day,
	eptStatus: v.fallback(EptStatus, "default"),
	eptOptOutOn: v.optional(Day),
	status: v.fallback(AgreementStatus, "unknown"),
	lines: v.array(AgreementLine),
});
export type Agreement = v.InferOutput<typeof Agreement>;
