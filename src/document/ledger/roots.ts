/** The root types of a ledger document; each maps an id to a plain value. */
export const LEDGER_ROOTS = ["verdicts", "releases", "holds", "relationships", "meta"] as const;
