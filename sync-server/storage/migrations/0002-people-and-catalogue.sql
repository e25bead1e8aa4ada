-- Better Auth makes its own tables (user, session, account, organization, member, …) beside these.

-- SHA-256 of the token of the one link that makes the operator's account.
create table setup_links (
	hash text primary key
) strict;

-- An invitation that can still be accepted; used and withdrawn ones are gone. roles: with commas between them.
-- expires_at: milliseconds since 1970.
create table invitations (
	id text primary key,
	hash text not null unique,
	partner_id text not null,
	email text not null,
	name text not null,
	roles text not null,
	expires_at integer not null
) strict;

-- One row: the whole catalogue as JSON.
create table catalogue (
	id integer primary key check (id = 1),
	rows text not null
) strict;
