import { app } from "./de/app.ts";
import { customers } from "./de/customers.ts";
import { imports } from "./de/import.ts";
import { people } from "./de/people.ts";
import { states } from "./de/states.ts";
import { transfers } from "./de/transfers.ts";
import type { Messages } from "./en.ts";

/** Every visible word in German. */
export const de: Messages = { app, customers, imports, people, states, transfers };
