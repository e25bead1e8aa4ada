import type { app as En } from "#i18n/en/app.ts";

export const app: typeof En = {};
