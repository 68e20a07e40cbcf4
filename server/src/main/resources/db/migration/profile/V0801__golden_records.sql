create schema profile;

-- Which record wins which field: pointers only, no personal value. The three arrays run in
-- parallel, ascending by field; fields and rules are ordinals of append-only enumerations. The
-- version is that of the customer which brought these winners.
create table profile.golden (
  customer    uuid        primary key,
  version     bigint      not null,
  computed_at timestamptz not null,
  fields      smallint[]  not null,
  records     bigint[]    not null,
  rules       smallint[]  not null
);

-- Fields whose winner changed, as bits. The first golden record of a customer is no change.
create table profile.golden_change (
  customer uuid        not null,
  version  bigint      not null,
  at       timestamptz not null,
  fields   integer     not null,
  primary key (customer, version)
);

-- How far each follower of the customers is; its row is the lock that makes processes take turns.
create table profile.progress (
  follower text   primary key,
  version  bigint not null
);

insert into profile.progress (follower, version) values ('golden', 0);
