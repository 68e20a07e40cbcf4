alter table intake.import_run
  add column undone_at   timestamptz,
  add column undone_by   text,
  add column undo_reason text;

-- What a run appended: places in the log, and the receipt of each (zeros: it has none), so that
-- the undo of a run finds both without a column in either.
create table intake.import_batch (
  first    bigint primary key,
  last     bigint not null,
  run      bigint not null references intake.import_run,
  messages bytea  storage external not null
);
create index import_batch_run on intake.import_batch (run);

-- An entry that is withdrawn stays, sealed as it is, and is read by nobody. An entry that says
-- "read again" has no content: it tells who follows the log that earlier entries of its subject
-- have changed. Content and version of an entry's item let the item go back to it.
alter table intake.source_record
  add column withdrawn_by bigint,
  add column content      uuid,
  add column version_at   timestamptz,
  add column reread       boolean not null default false;
update intake.source_record as record
   set content = item.content, version_at = item.version_at
  from intake.feed_item as item
 where item.record = record.id;

-- Grows when index entries are removed: what a process remembers to have written is outdated then.
alter table intake.log_head add column epoch bigint not null default 0;

-- What each run said of each product and store, so that the undo of one leaves what the others say.
create table intake.product_version (
  number      bigint  generated always as identity primary key,
  run         bigint,
  withdrawn   boolean not null default false,
  sku         text    not null,
  name        text,
  category    text,
  subcategory text,
  maker       text,
  price_minor bigint,
  currency    text
);
create index product_version_sku on intake.product_version (sku, number);
create index product_version_run on intake.product_version (run);
insert into intake.product_version (sku, name, category, subcategory, maker, price_minor, currency)
select sku, name, category, subcategory, maker, price_minor, currency from intake.product;

create table intake.store_version (
  number    bigint  generated always as identity primary key,
  run       bigint,
  withdrawn boolean not null default false,
  id        text    not null,
  name      text,
  locality  text,
  country   text,
  zone      text
);
create index store_version_id on intake.store_version (id, number);
create index store_version_run on intake.store_version (run);
insert into intake.store_version (id, name, locality, country, zone)
select id, name, locality, country, zone from intake.store;
