-- Every text of a mapping that rows were read by: what was quarantined is read again by it.
create table intake.mapping (
  hash          text        primary key,
  file          text        not null,
  body          text        not null,
  first_used_at timestamptz not null
);

-- How a file was read, so that a malformed line can be corrected and read alone.
alter table intake.import_run
  add column kind      text not null default 'import',
  add column columns   text[],
  add column delimiter text,
  add column actor     text,
  add column error     text;
create index import_run_feed on intake.import_run (feed, id);

-- A settled row stays as evidence: who settled it, when, how, and what it became. Its content goes
-- when a person settles it; when a later import read it after all, the content stays until then.
alter table intake.quarantine
  add column run         bigint,
  add column settled_at  timestamptz,
  add column settled_by  text,
  add column outcome     text,
  add column settled_run bigint,
  add column record      bigint,
  alter column content drop not null;
create index quarantine_waiting on intake.quarantine (feed, reason, id) where settled_at is null;
create index quarantine_run on intake.quarantine (run);
