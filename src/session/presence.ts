import * as v from "valibot";

/** Where somebody is: on a customer, in a schedule, in one of its fields. */
export const Place = v.object({
	customerId: v.optional(v.string()),
	scheduleId: v.optional(v.string()),
	field: v.optional(v.string()),
});
export type Place = v.InferOutput<typeof Place>;

/** A colleague of the same team who is connected now; one entry for each person, not for each tab. */
export type Colleague = {
	readonly userId: string;
	readonly name: string;
	/** 1 to 5, stable for a person: the `--person-n` token. */
	readonly hue: number;
	readonly place: Place;
	/** No input for two minutes or the page is hidden. */
	readonly away: boolean;
};
