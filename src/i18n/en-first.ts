import { app } from "./en/app.ts";
import { customers } from "./en/customers.ts";

/** What the frame and the list of customers say in English: loaded before the first paint. */
export const enFirst = { app, customers };

export type FirstMessages = typeof enFirst;
