-- "number": what updates refer to. An id of 36 characters in every entry of their index would make each commit of
-- many rooms write five times the pages.
create table documents (
	number integer primary key,
	id text not null unique,
	kind text not null check (kind in ('plan', 'ledger')),
	partner_id text not null,
	epoch integer not null
);

create table updates (
	document integer not null references documents (number),
	seq integer not null,
	format integer not null,
	bytes blob not null,
	hash blob not null,
	primary key (document, seq)
);

create table snapshots (
	document integer primary key references documents (number),
	seq integer not null,
	format integer not null,
	bytes blob not null,
	hash blob not null
);

create table partners (
	id text primary key,
	name text not null,
	type text not null,
	country text not null,
	plan_id text not null references documents (id),
	ledger_id text not null references documents (id)
);

create table tenants (
	id text primary key,
	name text not null,
	country text,
	brought_by text not null references partners (id)
);

create table relationships (
	tenant_id text not null references tenants (id),
	partner_id text not null references partners (id),
	status text not null,
	primary key (tenant_id, partner_id)
);

create index relationships_by_partner on relationships (partner_id);

create table commits (
	number integer primary key,
	subscription_key text not null,
	tenant_id text not null,
	partner_id text not null references partners (id),
	schedule_id text not null,
	revision_id text not null,
	ea_ends_on text not null,
	run_on text not null,
	committed_at text not null,
	active integer not null
);

-- First committed wins: whatever the code does, a subscription has one holder.
create unique index one_active_commit on commits (subscription_key) where active = 1;

create index active_commits_by_tenant on commits (tenant_id) where active = 1;

create table verdicts (
	partner_id text not null references partners (id),
	revision_id text not null,
	commit_number integer,
	verdict text not null,
	primary key (partner_id, revision_id)
);

create index verdicts_by_commit on verdicts (commit_number);

create table releases (
	partner_id text not null references partners (id),
	revision_id text not null,
	answer text not null,
	primary key (partner_id, revision_id)
);

-- "position": the receipt's index, which is a reserved word here.
create table chain_entries (
	subscription_key text not null,
	position integer not null,
	receipt text not null,
	primary key (subscription_key, position)
);

create table signing_keys (
	number integer primary key,
	key_id text not null unique,
	private_key_pem text not null
);
