import type { Role } from "#domain/partner.ts";

/** Somebody who is signed in and belongs to a partner's team. */
export type Member = {
	readonly userId: string;
	readonly name: string;
	readonly partnerId: string;
	readonly roles: readonly Role[];
};
