-- What a row of a file said in the columns its mapping names, screened and sealed, so that another
-- mapping can read it again without the file. Rows that came before have none.
alter table intake.source_record add column received bytea;

-- What an entry said before another mapping read it again.
create table intake.interpretation (
  record      bigint      not null,
  number      integer     not null,
  replaced_by bigint      not null references intake.import_run,
  replaced_at timestamptz not null,
  subject     uuid        not null,
  occurred_at timestamptz not null,
  fields      integer     not null,
  kind        smallint    not null,
  channel     smallint    not null,
  party       smallint    not null,
  basis       smallint    not null,
  trust       smallint    not null,
  type        smallint,
  document    bytea       storage external,
  primary key (record, number)
);
create index interpretation_subject on intake.interpretation (subject);
create index source_record_feed on intake.source_record (feed, id);
