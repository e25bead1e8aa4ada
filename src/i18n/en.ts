import { app } from "./en/app.ts";
import { customers } from "./en/customers.ts";
import { imports } from "./en/import.ts";
import { people } from "./en/people.ts";
import { states } from "./en/states.ts";
import { transfers } from "./en/transfers.ts";

/** Every visible word in English: the source of the type. One file for each area. */
export const en = { app, customers, imports, people, states, transfers };

export type Messages = typeof en;
