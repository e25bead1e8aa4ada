import type { states as En } from "#i18n/en/states.ts";

export const states: typeof En = {};
