import type { transfers as En } from "#i18n/en/transfers.ts";

export const transfers: typeof En = {};
