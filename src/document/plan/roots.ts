/** The root types of a plan document; all are maps, except that a note holds a text. */
export const PLAN_ROOTS = ["customers", "agreements", "schedules", "meta"] as const;
