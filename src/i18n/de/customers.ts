import type { customers as En } from "#i18n/en/customers.ts";

export const customers: typeof En = {};
