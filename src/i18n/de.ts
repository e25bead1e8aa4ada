import { deFirst } from "./de-first.ts";
import { deLater } from "./de-later.ts";
import type { Messages } from "./en.ts";

/** Every visible word in German. */
export const de: Messages = { ...deFirst, ...deLater };
