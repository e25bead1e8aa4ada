import { app } from "./de/app.ts";
import { customers } from "./de/customers.ts";
import type { FirstMessages } from "./en-first.ts";

/** What the frame and the list of customers say in German: loaded before the first paint. */
export const deFirst: FirstMessages = { app, customers };
