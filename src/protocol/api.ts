import * as v from "valibot";
import { CatalogueKind } from "#domain/catalogue.ts";
import { CustomerId } from "#domain/customer.ts";
import { CountryCode, Partner, PartnerType, Role } from "#domain/partner.ts";
import { RelationshipStatus } from "#domain/verdict.ts";

/** `GET /api/session`: who is signed in and which documents are theirs; `user` is `null` when nobody is. */
export const SessionInfo = v.object({
	user: v.nullable(v.object({ id: v.string(), name: v.string(), email: v.string(), operator: v.boolean() })),
	/** `null` for an operator without a team. */
	team: v.nullable(
		v.object({
			partner: Partner,
			roles: v.array(Role),
			planId: v.string(),
			ledgerId: v.string(),
			epoch: v.number(),
		}),
	),
});
export type SessionInfo = v.InferOutput<typeof SessionInfo>;

/** Why a request was refused; each has a sentence in the interface. `unknown` is a newer server's word. */
export const ApiErrorCode = v.picklist([
	/** 400: the body does not parse. */
	"malformed",
	/** 401: nobody is signed in, or not any more. */
	"sign-in",
	/** 401: no account with this e-mail and password. */
	"wrong-password",
	/** 403: this person may not do that. */
	"forbidden",
	/** 403: the request comes from another site. */
	"wrong-origin",
	/** 404 */
	"not-found",
	/** 404: the link of a set-up or an invitation is wrong, used up or has expired. */
	"link-dead",
	/** 409: an account with this e-mail exists; its owner signs in and opens the link again. */
	"account-exists",
	/** 409: somebody else is signed in than the one who is invited. */
	"other-account",
	/** 409: this person belongs to a team already, or is the operator; one person, one team. */
	"other-team",
	/** 409: a member of this team has this e-mail. */
	"already-member",
	/** 413 */
	"too-large",
	/** 422: the country lies in no CSP region. */
	"no-region",
	/** 422: the file is none of the catalogue's. */
	"unknown-file",
	/** 429 */
	"too-many-tries",
	/** 500: the fault is the server's; its log says more. */
	"internal",
	"unknown",
]);
export type ApiErrorCode = v.InferOutput<typeof ApiErrorCode>;

/** Body of every refusal. */
export const ApiError = v.object({ error: v.fallback(ApiErrorCode, "unknown") });
export type ApiError = v.InferOutput<typeof ApiError>;

/** `POST /api/auth/sign-in/email` sets the session's cookie; `POST /api/auth/sign-out` (no body) ends the session. Requests that answer nothing answer 204. */
export const SignInRequest = v.object({ email: v.string(), password: v.string() });

const Password = v.pipe(v.string(), v.minLength(10), v.maxLength(128));
const PersonName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** `POST /api/setup`: the operator's account, once, with the token of the set-up link. `GET /api/setup/:token` tells whether it still holds (204 or 404). */
export const SetupRequest = v.object({
	token: v.string(),
	name: PersonName,
	email: v.pipe(v.string(), v.email()),
	password: Password,
});

/** `POST /api/partners` (operator). */
export const PartnerRequest = v.object({ name: PersonName, type: PartnerType, country: CountryCode });

/** `GET /api/partners` (operator). */
export const PartnerList = v.array(v.object({ ...Partner.entries, members: v.number() }));
export type PartnerList = v.InferOutput<typeof PartnerList>;

/** `POST /api/partners/:partnerId/invitations` (operator, or account admin of that partner). */
export const InvitationRequest = v.object({
	email: v.pipe(v.string(), v.email()),
	name: PersonName,
	roles: v.pipe(v.array(Role), v.minLength(1)),
});

/** The answer to it: the link to hand over, once. */
export const InvitationLink = v.object({ url: v.string(), expiresAt: v.string() });
export type InvitationLink = v.InferOutput<typeof InvitationLink>;

/** `GET /api/invitations/:token` (anybody who has the link). */
export const Invitation = v.object({
	partnerName: v.string(),
	email: v.string(),
	name: v.string(),
	roles: v.array(Role),
});
export type Invitation = v.InferOutput<typeof Invitation>;

/** `POST /api/invitations/:token`: makes the account and signs in. */
export const JoinRequest = v.object({ name: PersonName, password: Password });

/** `GET /api/partners/:partnerId/members` (operator, or a member of that partner). */
export const MemberList = v.object({
	members: v.array(
		v.object({ userId: v.string(), name: v.string(), email: v.string(), roles: v.array(Role) }),
	),
	invitations: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			email: v.string(),
			roles: v.array(Role),
			expiresAt: v.string(),
		}),
	),
});
export type MemberList = v.InferOutput<typeof MemberList>;

/** `PATCH /api/partners/:partnerId/members/:userId` (operator or account admin); `DELETE` removes. Both close that member's sockets. `DELETE /api/partners/:partnerId/invitations/:id` withdraws an invitation. */
export const RolesRequest = v.object({ roles: v.pipe(v.array(Role), v.minLength(1)) });

/** `GET /api/relationships` (operator): every tenant that any partner has brought, and who is related to it. */
export const TenantList = v.array(
	v.object({
		tenantId: CustomerId,
		name: v.string(),
		country: v.nullable(CountryCode),
		relationships: v.array(v.object({ partnerId: v.string(), status: RelationshipStatus })),
	}),
);
export type TenantList = v.InferOutput<typeof TenantList>;

/** `PUT /api/relationships` (operator): grants (`active`) or ends (`none`). */
export const RelationshipRequest = v.object({
	tenantId: CustomerId,
	partnerId: v.string(),
	status: v.picklist(["active", "none"]),
});

/** `POST /api/catalogue` (operator; body: one CSV file): what the file was taken for. `GET /api/catalogue` (signed in, ETag) gives `CatalogueRows`. */
export const CatalogueReceipt = v.object({
	kind: CatalogueKind,
	/** Markets of a price list, otherwise empty. */
	markets: v.array(CountryCode),
	rows: v.number(),
	rejected: v.array(v.object({ row: v.number(), reason: v.string() })),
});
export type CatalogueReceipt = v.InferOutput<typeof CatalogueReceipt>;
