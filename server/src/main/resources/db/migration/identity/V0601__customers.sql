create schema identity;

-- The one row every change of this schema locks first: whoever holds it numbers revisions and
-- versions, so that a reader who has seen number n never meets a smaller one later.
create table identity.head (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 0,
  version bigint not null default 0,
  read_to bigint not null default 0,
  linked_to bigint not null default 0,
  decided bigint not null default 0,
  model bigint not null default 0,
  trained_on bigint not null default 0
);
comment on column identity.head.revision is 'last change of identity.subject, one per transaction';
comment on column identity.head.version is 'last version given to a customer';
comment on column identity.head.read_to is 'log entries up to here are in identity.subject';
comment on column identity.head.linked_to is 'log entries up to here are resolved; behind read_to during a large load';
comment on column identity.head.decided is 'grows with every change of identity.decided_pair';
insert into identity.head default values;

create table identity.source (
  number int generated always as identity primary key,
  code text not null unique
);

-- What is known of a source subject for the purpose of linkage, sealed under its own key.
create table identity.subject (
  subject uuid primary key,
  kind smallint not null,
  source int not null,
  described boolean not null,
  third_party boolean not null,
  last_record bigint not null,
  revision bigint not null,
  features bytea not null
);
create index subject_revision on identity.subject (revision);

-- Subjects removed by erasure, for processes that hold them in memory; old rows are swept.
create table identity.removal (
  subject uuid primary key,
  revision bigint not null,
  at timestamptz not null
);
create index removal_revision on identity.removal (revision);

-- Kept apart from identity.subject because a new assignment must not rewrite the sealed features.
create table identity.member (
  subject uuid primary key,
  customer uuid not null
);
create index member_customer on identity.member (customer);

create table identity.customer (
  customer uuid primary key,
  kind smallint not null,
  version bigint not null,
  doubtful boolean not null,
  since timestamptz not null,
  live boolean not null,
  merged_into uuid
);
create unique index customer_version on identity.customer (version);

create table identity.decision (
  decision uuid primary key,
  number bigint generated always as identity,
  type smallint not null,
  actor text not null,
  reason text not null,
  at timestamptz not null,
  undone_by uuid
);

create table identity.move (
  number bigint generated always as identity primary key,
  decision uuid not null references identity.decision,
  subject uuid not null,
  from_customer uuid not null,
  to_customer uuid not null
);
create index move_decision on identity.move (decision);
create index move_subject on identity.move (subject, number);
create index move_from on identity.move (from_customer);
create index move_to on identity.move (to_customer);

-- What people decided about two subjects. A later decision revokes contrary pairs; taking it back
-- gives them force again.
create table identity.decided_pair (
  a uuid not null,
  b uuid not null,
  same boolean not null,
  decision uuid not null references identity.decision,
  revoked_by uuid references identity.decision,
  primary key (a, b, decision)
);
create index decided_pair_b on identity.decided_pair (b);
create index decided_pair_decision on identity.decided_pair (decision);
create index decided_pair_revoked on identity.decided_pair (revoked_by) where revoked_by is not null;

create table identity.edge (
  a uuid not null,
  b uuid not null,
  pattern bigint not null,
  bits real not null,
  primary key (a, b)
);

create table identity.review (
  a uuid not null,
  b uuid not null,
  pattern bigint not null,
  bits real not null,
  probability real not null,
  primary key (a, b)
);
create index review_b on identity.review (b);

create table identity.household_member (
  customer uuid primary key,
  household uuid not null
);
create index household_member_household on identity.household_member (household);

create table identity.model (
  number bigint generated always as identity primary key,
  version text not null,
  body text not null,
  trained_on bigint not null,
  at timestamptz not null
);

-- Subjects to link again although nothing new is known of them: a decision touched them.
create table identity.pending (
  subject uuid primary key
);

-- Subjects whose household is to be looked at again.
create table identity.home_due (
  subject uuid primary key
);
