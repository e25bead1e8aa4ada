import { enFirst } from "./en-first.ts";
import { enLater } from "./en-later.ts";

/** Every visible word in English: the source of the type. One file for each area. */
export const en = { ...enFirst, ...enLater };

export type Messages = typeof en;
