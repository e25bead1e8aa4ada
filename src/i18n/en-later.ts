import { imports } from "./en/import.ts";
import { people } from "./en/people.ts";
import { transfers } from "./en/transfers.ts";

/** What all other pages say in English: loaded with the first of them. */
export const enLater = { imports, people, transfers };

export type LaterMessages = typeof enLater;
