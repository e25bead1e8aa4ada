/** The columns that are asked for of Better Auth's tables (an organization is a partner), and the tables of our links. */
export type PeopleTables = {
	user: { id: string; name: string; email: string; operator: number };
	organization: { id: string; name: string; slug: string; type: string; country: string; createdAt: string };
	/** `role`: roles with commas between them. */
	member: { id: string; userId: string; organizationId: string; role: string };
	/** Hash of the one link that makes the operator's account. */
	setup_links: { hash: string };
	/** Times in milliseconds since 1970; a link that was used or withdrawn is gone. */
	invitations: {
		id: string;
		hash: string;
		partner_id: string;
		email: string;
		name: string;
		roles: string;
		expires_at: number;
	};
};
