import type { people as En } from "#i18n/en/people.ts";

export const people: typeof En = {};
