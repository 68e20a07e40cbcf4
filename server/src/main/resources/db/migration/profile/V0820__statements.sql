-- What members of staff wrote down: who, when, where, and which entry of the log it is. The content
-- is there, sealed; here is no personal value of a customer.
create table profile.statement (
  statement    uuid        primary key,
  subject      uuid        not null,
  record       bigint      not null,
  at           timestamptz not null,
  withdrawn_at timestamptz,
  kind         smallint    not null,
  channel      smallint    not null,
  subject_kind smallint    not null,
  fields       integer     not null,
  actor        text        not null,
  withdrawn_by text,
  withdrawn_as text
);
create index statement_subject on profile.statement (subject, at);
