create schema if not exists intake;

create table intake.source (
  id   smallint generated always as identity primary key,
  code text     not null unique
);

create table intake.feed (
  id      integer  generated always as identity primary key,
  source  smallint not null references intake.source,
  name    text     not null,
  country text,
  unique (source, name)
);

-- The place of the newest entry. Whoever appends holds this row's lock until commit, so ids are in
-- the order of commit and a reader behind the head misses nothing.
create table intake.log_head (
  single boolean primary key default true check (single),
  last   bigint  not null
);
insert into intake.log_head (last) values (0);

-- Fixed-width columns from wide to narrow: no padding between them. Ten million entries a
-- partition; the appender adds partitions as the log grows.
create table intake.source_record (
  id          bigint      not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  subject     uuid        not null,
  item        uuid,
  feed        integer     not null,
  fields      integer     not null,
  source      smallint    not null,
  kind        smallint    not null,
  channel     smallint    not null,
  party       smallint    not null,
  basis       smallint    not null,
  trust       smallint    not null,
  type        smallint,
  gone        boolean     not null,
  document    bytea       storage external,
  primary key (id)
) partition by range (id);
create index source_record_subject on intake.source_record (subject, id);
create table intake.source_record_p0 partition of intake.source_record
  for values from (0) to (10000000);

-- Exactly once: a keyed hash of (source, message id), kept for ever, therefore narrow.
create table intake.receipt (
  message uuid    primary key,
  feed    integer not null
) partition by hash (message);
create table intake.receipt_0 partition of intake.receipt for values with (modulus 4, remainder 0);
create table intake.receipt_1 partition of intake.receipt for values with (modulus 4, remainder 1);
create table intake.receipt_2 partition of intake.receipt for values with (modulus 4, remainder 2);
create table intake.receipt_3 partition of intake.receipt for values with (modulus 4, remainder 3);

-- Exact search without opening anything: keyed hashes, the postcode's cut short. Each field has a
-- hash key of its own, so tokens of two fields never meet and the field need not be in the index.
create table intake.lookup (
  token   uuid     not null,
  subject uuid     not null,
  field   smallint not null,
  primary key (token, subject)
);

-- The current version of things that are replaced (upserts, snapshots).
create table intake.feed_item (
  item       uuid        primary key,
  subject    uuid        not null,
  content    uuid        not null,
  version_at timestamptz not null,
  record     bigint      not null,
  feed       integer     not null,
  kind       smallint    not null,
  gone       boolean     not null
);

create table intake.import_run (
  id          bigint      generated always as identity primary key,
  feed        integer     not null references intake.feed,
  file        text        not null,
  fingerprint uuid,
  mapping     text        not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  complete    boolean     not null default false,
  rows        bigint      not null default 0,
  accepted    bigint      not null default 0,
  duplicates  bigint      not null default 0,
  quarantined bigint      not null default 0
);
create index import_run_done on intake.import_run (feed, fingerprint) where complete;

create table intake.quarantine (
  id          bigint      generated always as identity primary key,
  message     uuid        not null unique,
  subject     uuid        not null,
  received_at timestamptz not null,
  line        bigint      not null,
  feed        integer     not null references intake.feed,
  file        text        not null,
  "column"    text,
  reason      text        not null,
  content     bytea       storage external not null
);

-- Masked values that a person should judge; the value itself is nowhere.
create table intake.screening_review (
  id      bigint generated always as identity primary key,
  record  bigint not null,
  subject uuid   not null,
  field   text   not null,
  kind    text   not null
);

create table intake.product (
  sku         text primary key,
  name        text,
  category    text,
  subcategory text,
  maker       text,
  price_minor bigint,
  currency    text
);

create table intake.store (
  id       text primary key,
  name     text,
  locality text,
  country  text,
  zone     text
);
