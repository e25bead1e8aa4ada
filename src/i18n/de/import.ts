import type { imports as En } from "#i18n/en/import.ts";

export const imports: typeof En = {};
