import { imports } from "./de/import.ts";
import { people } from "./de/people.ts";
import { states } from "./de/states.ts";
import { transfers } from "./de/transfers.ts";
import type { LaterMessages } from "./en-later.ts";

/** What all other pages say in German: loaded with the first of them. */
export const deLater: LaterMessages = { imports, people, states, transfers };
