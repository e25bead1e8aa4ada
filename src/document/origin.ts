/** Origin of what a person on this device edits; undo follows it, the network sends it. */
export const LOCAL = Symbol("local");

/** Origin of submitting and cancelling: sent like `LOCAL`, but never undone; a cancellation is a command of its own. */
export const SUBMITTED = Symbol("submitted");

/** Origin of a record's beginning: never undone, since that would take along what a colleague has added to it meanwhile. */
export const BEGUN = Symbol("begun");

/** Origin of the registrar's writes to a ledger document. */
export const REGISTRAR = Symbol("registrar");
