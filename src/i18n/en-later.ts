import { imports } from "./en/import.ts";
import { people } from "./en/people.ts";
import { states } from "./en/states.ts";
import { transfers } from "./en/transfers.ts";

/** What all other pages say in English: loaded with the first of them. */
export const enLater = { imports, people, states, transfers };

export type LaterMessages = typeof enLater;
